import { access } from './formats/access.ts';
import { alb } from './formats/alb.ts';
import { audit } from './formats/audit.ts';
import { chromium } from './formats/chromium.ts';
import { cisco } from './formats/cisco.ts';
import { cloudFront } from './formats/cloudFront.ts';
import { compactDate } from './formats/compactDate.ts';
import { container } from './formats/container.ts';
import { dotnet } from './formats/dotnet.ts';
import { envoy } from './formats/envoy.ts';
import { erlang } from './formats/erlang.ts';
import { apacheErrorLog, nginxErrorLog } from './formats/errorLog.ts';
import { glog } from './formats/glog.ts';
import { goLog } from './formats/goLog.ts';
import { haproxy } from './formats/haproxy.ts';
import { healthApp } from './formats/healthApp.ts';
import { heroku, herokuRouter } from './formats/heroku.ts';
import { json } from './formats/json.ts';
import { lambda } from './formats/lambda.ts';
import { laravel } from './formats/laravel.ts';
import { log15 } from './formats/log15.ts';
import { logback } from './formats/logback.ts';
import { logcat } from './formats/logcat.ts';
import { logfmt } from './formats/logfmt.ts';
import { logrusConsole } from './formats/logrusConsole.ts';
import { markdownTable } from './formats/markdownTable.ts';
import { meteor } from './formats/meteor.ts';
import { mysqlSlow } from './formats/mysqlSlow.ts';
import { minio } from './formats/minio.ts';
import { npm } from './formats/npm.ts';
import { osLog } from './formats/osLog.ts';
import { phpErrorLog } from './formats/phpErrorLog.ts';
import { postgresCsv } from './formats/postgresCsv.ts';
import { priority } from './formats/priority.ts';
import { proxifier } from './formats/proxifier.ts';
import { python } from './formats/python.ts';
import { rails, rubyLogger } from './formats/rails.ts';
import { redis } from './formats/redis.ts';
import { ros } from './formats/ros.ts';
import { s3 } from './formats/s3.ts';
import { squid } from './formats/squid.ts';
import { supercomputer } from './formats/supercomputer.ts';
import { syslog } from './formats/syslog.ts';
import { syslog5424 } from './formats/syslog5424.ts';
import { text } from './formats/text.ts';
import { tornado } from './formats/tornado.ts';
import { tracing } from './formats/tracing.ts';
import { unreal } from './formats/unreal.ts';
import { uwsgi } from './formats/uwsgi.ts';
import { w3c } from './formats/w3c.ts';
import { websphere } from './formats/websphere.ts';
import { wrapper } from './formats/wrapper.ts';
import { xmlEvent } from './formats/xmlEvent.ts';
import { zabbix } from './formats/zabbix.ts';
import { zapConsole } from './formats/zapConsole.ts';
import type { LogFormat } from './logRecord.ts';

/**
 * Every format that is read by lines, the more particular before the more general. A new format is one file and one line here.
 */
export const logFormats: readonly LogFormat[] = [
  ...[
    json,
    wrapper,
    container,
    access,
    alb,
    cloudFront,
    s3,
    w3c,
    squid,
    envoy,
    haproxy,
    lambda,
    zapConsole,
    laravel,
    phpErrorLog,
    apacheErrorLog,
    nginxErrorLog,
    rubyLogger,
    glog,
    logcat,
    logrusConsole,
    redis,
    xmlEvent,
    chromium,
    erlang,
    zabbix,
    compactDate,
    healthApp,
    postgresCsv,
    proxifier,
    tornado,
    unreal,
    websphere,
    log15,
    meteor,
    npm,
    minio,
    osLog,
    uwsgi,
    mysqlSlow,
    audit,
    markdownTable,
    ros,
    cisco,
    supercomputer,
  ],
  ...[heroku, herokuRouter, logback, python, tracing, dotnet, goLog, rails, syslog5424, syslog, priority, logfmt, text],
];

/** A format that a line may be of. All have one shape: trying them takes much less time than reading them of the formats. */
export interface FormatCandidate {
  readonly format: LogFormat;
  /** A text that the line must hold; empty: none. */
  readonly holds: string;
  readonly readLine: LogFormat['readLine'];
}

const candidates = logFormats.map((format): FormatCandidate => {
  return { format, holds: format.holds ?? '', readLine: format.readLine };
});
const anyFirst = candidates.filter(({ format }) => format.first === undefined);
const byFirst = Array.from({ length: 128 }, (_, code): readonly FormatCandidate[] => {
  const character = String.fromCharCode(code);
  return candidates.filter(({ format: { first } }) => first === undefined || first.includes(character));
});

/** The formats that a line can be of by its first character, in the order in which they are tried. */
export function formatsOf(line: string): readonly FormatCandidate[] {
  return (line === '' ? undefined : byFirst[line.charCodeAt(0)]) ?? anyFirst;
}
