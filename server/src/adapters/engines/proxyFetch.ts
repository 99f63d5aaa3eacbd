import * as l10n from '@vscode/l10n';
import type { RequestInit as ProxiedInit } from 'undici';
import type { ProxySettings } from '../../service/engines/proxySettings.ts';

/** Sends a request through a proxy, or straight. */
export interface ProxyFetch {
  readonly send: (url: string, init: RequestInit) => Promise<Response>;
  /** The proxy's address without its credentials; absent where requests go straight to the engine. */
  readonly proxy?: string;
}

/** Names of variables that tools read, in the order in which they count. */
const variables = {
  'https:': ['https_proxy', 'HTTPS_PROXY'],
  'http:': ['http_proxy', 'HTTP_PROXY'],
  noProxy: ['no_proxy', 'NO_PROXY'],
} as const;

/**
 * How an address is reached: through the proxy of the editor's settings or of the environment (`HTTPS_PROXY`, `HTTP_PROXY`,
 * and `NO_PROXY` for exceptions, in small letters too). This machine is always reached straight: requests to it must not
 * leave it.
 * @returns a sentence when the proxy's address is not valid
 */
export async function createProxyFetch(
  url: string,
  { proxy, noProxy, isOff = false }: ProxySettings = {},
): Promise<ProxyFetch | string> {
  const { protocol, hostname } = new URL(url);
  const [given, source] = proxy ? [proxy, 'http.proxy'] : readVariable(protocol === 'https:' ? 'https:' : 'http:');
  if (isOff || given === undefined || isThisMachine(hostname)) return { send: fetch };
  const written = /^[a-z\d+.-]+:\/\//i.test(given) ? given : `http://${given}`;
  const address = URL.canParse(written) ? new URL(written) : undefined;
  if (!address || !/^https?:$/.test(address.protocol))
    return l10n.t('The address of the proxy ({0}) is not one of http or https: change it, or leave it out.', source);
  const exceptions = noProxy?.length ? noProxy.join() : readVariable('noProxy')[0];
  const { EnvHttpProxyAgent, fetch: fetchWith } = await import('undici');
  const dispatcher = new EnvHttpProxyAgent({ httpProxy: address.href, httpsProxy: address.href, noProxy: exceptions ?? '' });
  return {
    // Node's own `fetch` may be of a version that does not go with this dispatcher.
    send: (target, init) => fetchWith(target, { ...init, dispatcher } as unknown as ProxiedInit) as unknown as Promise<Response>,
    proxy: address.origin,
  };
}

/** Whether a request to a host stays on this machine. */
export function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
}

function readVariable(kind: keyof typeof variables): readonly [value: string | undefined, name: string] {
  const name = variables[kind].find((each) => process.env[each]);
  return [name === undefined ? undefined : process.env[name], name ?? ''];
}
