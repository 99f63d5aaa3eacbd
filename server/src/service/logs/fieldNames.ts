/** `@timestamp`, `Status-Code` and `status_code` are the same names as `timestamp` and `statusCode`. */
export function normaliseFieldName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9.]/g, '');
}

export const timeNames = [
  ...['time', 'timestamp', 'ts', 't', 'datetime', 'date', 'timeunixnano', 'observedtimeunixnano', 'realtimetimestamp'],
  ...['eventtime', 'starttime', 'edgestarttimestamp', 'timestampns', 'timestampms', 'timestampus', 'timens', 'epoch'],
  ...['epochms', 'instant', 'asctime', 'fluentdtime', 'timemillis', 'startutc', 'requesttime', 'requestreceivedtimestamp'],
  // nginx's variables, Kong, Okta, Apigee.
  ...['timeiso8601', 'timelocal', 'msec', 'startedat', 'published', 'starttimestamp'],
] as const;
export const levelNames = ['level', 'lvl', 'levelname', 'loglevel', 'severitytext', 'severity', 'errorseverity', 'l'] as const;
export const statusNames = [
  ...['statuscode', 'httpstatuscode', 'httpresponsestatuscode', 'responsestatuscode', 'responsecode', 'httpstatus'],
  ...['responsestatus', 'edgeresponsestatus', 'status', 'st', 'elbstatuscode', 'downstreamstatus', 'responsecodesent'],
  'scstatus',
] as const;
export const methodNames = [
  'method',
  'httpmethod',
  'requestmethod',
  'httprequestmethod',
  'verb',
  'clientrequestmethod',
  'csmethod',
] as const;
export const pathNames = [
  ...['path', 'url', 'uri', 'httppath', 'httptarget', 'httproute', 'requesturi', 'requestpath', 'urlpath', 'clientrequesturi'],
  ...['requesturl', 'xenvoyoriginpath', 'csuristem', 'originalurl', 'fullpath', 'endpoint', 'route'],
] as const;
export const messageNames = [
  ...['msg', 'message', 'shortmessage', 'event', 'body.stringvalue', 'body', 'log', 'text', 'textpayload', 'error', 'err'],
  ...['mt', 'm', 'renderedmessage', 'messagetemplate'],
] as const;
export const requestIdNames = [
  ...['requestid', 'xrequestid', 'reqid', 'httprequestid', 'awsrequestid', 'xamznrequestid', 'amznrequestid', 'correlationid'],
  ...['xcorrelationid', 'xedgerequestid', 'req.id', 'request.id'],
] as const;
// log4j's JSON, Protocol Buffers' timestamps, Google Cloud's.
export const splitTimes = [
  ['instant.epochsecond', 'instant.nanoofsecond'],
  ['timestamp.seconds', 'timestamp.nanos'],
  ['time.seconds', 'time.nanos'],
  ['timestampseconds', 'timestampnanos'],
] as const;
const otherNames = [
  ...['priority', 'severitynumber', 'remoteaddr', 'app', 'ctx', 's', 'id'],
  ...['stream', 'containerid', 'kubernetes.podname', 'traceid'],
] as const;

const readNames = [
  ...[...timeNames, ...levelNames, ...statusNames, ...methodNames, ...pathNames, ...messageNames, ...requestIdNames],
  ...[...splitTimes.flat(), ...otherNames],
] as const;
/** A name that this product looks for in records. */
export type ReadName = (typeof readNames)[number];
const isAnyOf: ReadonlySet<string> = new Set(readNames);

/** Whether a name is looked for at all: most fields of a record need not be kept. */
export function isReadName(name: string): name is ReadName {
  return isAnyOf.has(name);
}
