import { accessLog } from './formats/accessLog.ts';
import { containerLine } from './formats/containerLine.ts';
import { jsonLines } from './formats/jsonLines.ts';
import { logfmt } from './formats/logfmt.ts';
import { plainText } from './formats/plainText.ts';
import { syslog3164 } from './formats/syslog3164.ts';
import { syslog5424 } from './formats/syslog5424.ts';
import type { LogFormat } from './logRecord.ts';

/** Every format that is read, the more particular before the more general. A new format is one file and one line here. */
export const logFormats: readonly LogFormat[] = [jsonLines, accessLog, syslog5424, syslog3164, containerLine, logfmt, plainText];
