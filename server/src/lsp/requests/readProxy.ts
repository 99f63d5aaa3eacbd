import type { ServerParts } from '../serverParts.ts';
import type { ProxySettings } from '../../service/engines/proxySettings.ts';

/** The proxy that the editor is set to use (`http.proxy` and its siblings). Empty where the client does not send it. */
export async function readProxy({ client, session }: ServerParts): Promise<ProxySettings> {
  if (session.capabilities.workspace?.configuration !== true) return {};
  const sections = ['http.proxy', 'http.noProxy', 'http.proxySupport'].map((section) => ({ section }));
  const [proxy, noProxy, support] = (await client.configuration(sections)) ?? [];
  return {
    ...(typeof proxy === 'string' && proxy !== '' ? { proxy } : {}),
    ...(Array.isArray(noProxy) ? { noProxy: noProxy.filter((host): host is string => typeof host === 'string') } : {}),
    ...(support === 'off' ? { isOff: true } : {}),
  };
}
