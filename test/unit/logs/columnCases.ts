import type { FormatCase } from './formatCases.ts';

const id = '18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234';
const edge = '1pkpNfBQ39sYMnjjUQjmH2w1wdJnbHYTbag21o_3OfcQgPzdL2RSSQ==';
const owner = '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be';

/** Lines of one record each whose columns a header far before them names, or their documentation. */
export const columnCases: Readonly<Record<string, FormatCase>> = {
  'IIS with the id of a request in a column of its own': [
    `2026-05-04 12:00:00 10.0.0.1 POST /v1/x a=b 443 - 192.0.2.1 curl/8 - 402 0 0 157 198.51.100.7 ${id}`,
    `w3c 2026-05-04T12:00:00.000Z - 402 POST /v1/x?a=b ${id}`,
  ],
  "IIS with ASP.NET's id in a column of its own": [
    '2026-05-04 12:00:00 10.0.0.1 GET /v1/x - 443 - 192.0.2.1 curl/8 - 402 0 0 157 0HMVD9FJ3C2AB:00000002',
    'w3c 2026-05-04T12:00:00.000Z - 402 GET /v1/x 0HMVD9FJ3C2AB:00000002',
  ],
  'IIS without the time taken, and with columns that say nothing': [
    '2026-05-04 12:00:00 10.0.0.1 GET /v1/x - 443 - 192.0.2.1 curl/8 - 500 19 183 - -',
    'w3c 2026-05-04T12:00:00.000Z - 500 GET /v1/x -',
  ],
  "an Azure App Service with Azure's id": [
    `2026-05-04 12:00:00 SHOP GET /v1/x a=1&X-ARR-LOG-ID=${id} 443 - 192.0.2.1 curl/8 - - e.com 503 0 64 1520 1094 29998`,
    `w3c 2026-05-04T12:00:00.000Z - 503 GET /v1/x?a=1&X-ARR-LOG-ID=${id} ${id}`,
  ],
  'the columns of IIS': ['#Fields: date time s-ip cs-method cs-uri-stem sc-status', 'w3c - - - - - -'],
  'when a file of IIS begins': ['#Date: 2026-05-04 12:00:00', 'w3c 2026-05-04T12:00:00.000Z - - - - -'],
  'a sentence with the columns of a request': [
    '2026-05-04 12:00:00 slow: GET /v1/x - took 404 12 20 30 ms in total',
    'text 2026-05-04T12:00:00.000Z? - - GET /v1/x -',
  ],
  'CloudFront in full': [
    `2026-05-04\t12:00:00\tFRA50-C1\t900\t192.0.2.1\tGET\td.cloudfront.net\t/v1/x\t502\thttps://e.com/\tcurl/8\tq=1\t-\tError\t${edge}\te.com\thttps\t675\t0.102\t-\tTLSv1.3\tTLS_AES\tError\tHTTP/2.0\t-\t-\t25260\t0.102\tOriginDnsError\ttext/html\t507\t-\t-`,
    `cloudfront 2026-05-04T12:00:00.000Z - 502 GET /v1/x ${edge}`,
  ],
  'CloudFront with columns that somebody chose': [
    `2026-05-04\t12:00:00\tGET\te.com\t/v1/x\t502\t0.102\t${edge}`,
    `cloudfront 2026-05-04T12:00:00.000Z - 502 GET /v1/x ${edge}`,
  ],
  "CloudFront's real-time log": [
    `1777896000.123\t192.0.2.1\t0.001\t429\t900\tGET\thttps\te.com\t/v1/x\t200\tFRA50-C1\t${edge}\te.com`,
    `cloudfront 2026-05-04T12:00:00.123Z - 429 GET /v1/x ${edge}`,
  ],
  S3: [
    `${owner} bucket [04/May/2026:12:00:38 +0000] 192.0.2.3 arn:aws:iam::123456789012:user/jo A1206F460EXAMPLE REST.GET.OBJECT a/b.txt "GET /a/b.txt HTTP/1.1" 404 NoSuchKey 297 - 38 - "-" "S3Console/0.4" - BNaBsXZQ+Yf5= SigV4 - AuthHeader - TLSv1.3 - -`,
    's3 2026-05-04T12:00:38.000Z - 404 GET /a/b.txt A1206F460EXAMPLE',
  ],
  'S3 where nobody asked': [
    `${owner} bucket [04/May/2026:12:00:38 +0000] - svc:s3 3E57427F3EXAMPLE S3.EXPIRE.OBJECT 404/500.txt - - - - 297 - - "-" "-" - - - - - - - - -`,
    's3 2026-05-04T12:00:38.000Z - - - - 3E57427F3EXAMPLE',
  ],
  Hive: ['17/06/09 20:10:40 [main]: WARN ql.Driver: slow', 'logback 2017-06-09T20:10:40.000Z? warn - - - -'],
  'Hadoop with milliseconds': [
    '17/06/09 20:10:40,123 ERROR hdfs.DFSClient: x',
    'logback 2017-06-09T20:10:40.123Z? error - - - -',
  ],
  'a year of two digits': ['26/05/04 12:00:00.123 [main] ERROR x', 'text 2026-05-04T12:00:00.123Z? error - - - -'],
  'a year of two digits that may be a day': ['04.05.05 12:00:00 ERROR x', 'text - error - - - -'],
};
