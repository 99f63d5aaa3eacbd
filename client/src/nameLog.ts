// How the editor names the documents of output channels: `extension-output-publisher.name-#1-My Channel`, or for those with
// levels `publisher.name.My Channel.log`.
const channel = /^(?:extension-output-.+?-#\d+-|[\w-]+\.[\w-]+\.)(.+?)(?:\.log)?$/;

const logName = /\.(?:log(?:[.-]\d.*)?|jsonl|ndjson)(?:\.gz|\.zst)?$/i;

/** Whether a file is named like a log. */
export function isLogName(path: string): boolean {
  return logName.test(path);
}

/**
 * The name of a log for people: its file's, or its output channel's.
 * @param scheme and `path` of its address
 */
export function nameLog({ scheme, path }: { readonly scheme: string; readonly path: string }): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return scheme === 'output' ? (channel.exec(name)?.[1] ?? name) : name;
}
