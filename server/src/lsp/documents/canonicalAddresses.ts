import type { Message, MessageStrategy } from 'vscode-languageserver';
import { URI } from 'vscode-uri';

/** The fields of LSP's parameters that hold the address of a document or folder. */
const addressFields = new Set(['uri', 'rootUri', 'scopeUri', 'oldUri', 'newUri', 'baseUri']);

/**
 * Editors spell one address in several ways (`file:///C:/a (1)`, `file:///c%3A/a%20%281%29`). Every message passes here before
 * a handler reads it, so the rest of the server sees one spelling: that of VS Code, which `URI.toString` writes.
 */
export const canonicalAddresses: MessageStrategy = {
  handleMessage(message, next) {
    if (hasParameters(message)) {
      rewriteAddresses(message.params);
      // The library reads the client's capabilities before any handler does. A client that sends none has none.
      if ('method' in message && message.method === 'initialize' && !('capabilities' in message.params))
        Object.assign(message.params, { capabilities: {} });
    }
    return next(message);
  },
};

/** One spelling for all addresses of the same file. Other addresses, and texts that are not addresses, stay as they are. */
function canonicalAddress(uri: string): string {
  if (!/^file:/i.test(uri)) return uri;
  try {
    return URI.parse(uri).toString();
  } catch {
    // Not an address (RFC 3986, section 3.3): it names no file, and is kept apart from those that do.
    return uri;
  }
}

function hasParameters(message: Message): message is Message & { readonly params: object } {
  return 'params' in message && typeof message.params === 'object' && message.params !== null;
}

/**
 * Rewrites in place. Keeps a list of the values left to visit instead of recursing: a message may be nested as deeply as it
 * likes.
 */
function rewriteAddresses(params: object): void {
  const left: object[] = [params];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    for (const [key, value] of Object.entries(at) as [string, unknown][]) {
      if (typeof value === 'string') {
        if (addressFields.has(key)) (at as Record<string, unknown>)[key] = canonicalAddress(value);
      } else if (typeof value === 'object' && value !== null) left.push(value);
    }
  }
}
