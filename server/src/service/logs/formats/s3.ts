import type { LogFormat } from '../logRecord.ts';
import { readTime } from '../times/logTime.ts';

// Owner of the bucket, bucket, time, client, requester, request id, operation, key, request, status, error code.
const line =
  /^[0-9a-f]{64} \S{1,255} \[([^\]"]{20,40})\] \S{1,64} \S{1,2048} ([0-9A-Z]{8,32}) ([A-Z][A-Z0-9_.]{2,80}) \S{1,8000} (?:"(?:([A-Z]{3,20}) )?([^"\\\s]{0,8000}(?:\\.[^"\\\s]{0,2000}){0,100})(?:\s[^"]{0,100})?"|-) (\d{3}|-) (\w{3,80}|-) /;

/** Access logs of AWS S3: `owner bucket [time] client requester id REST.GET.OBJECT key "GET /key HTTP/1.1" 404 NoSuchKey …`. */
export const s3: LogFormat = {
  id: 's3',
  title: 'AWS S3 access log',
  first: '0123456789abcdef',
  readLine: (text, context) => {
    const match = text.charAt(64) === ' ' ? line.exec(text) : null;
    if (!match) return undefined;
    const [, time, requestId, operation, method, path, status, code] = match;
    return {
      time: readTime(time ?? '', context),
      status: Number(status) >= 100 ? Number(status) : undefined,
      method,
      path,
      requestId,
      // Actions of S3 itself, such as the end of an object's life, have no request.
      message: [method ?? operation, path, status, code].filter((part) => part !== undefined && part !== '-').join(' '),
    };
  },
};
