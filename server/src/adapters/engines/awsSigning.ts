import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { Hash } from '@smithy/hash-node';
import { SignatureV4 } from '@smithy/signature-v4';
import type { EngineRequest } from '../../service/engines/logEngine.ts';

/** Gives a request the headers that identify the user. Rejects when there are no credentials. */
export type RequestSigner = (url: string, request: EngineRequest) => Promise<Record<string, string>>;

/**
 * Signs requests to CloudWatch Logs with the credentials that the AWS command line would take: environment, configuration
 * files, single sign-on, the role of the machine.
 * @param profile of the configuration files; undefined: as set in the environment
 */
export function createAwsSigner(region: string, profile: string | undefined): RequestSigner {
  const signer = new SignatureV4({
    service: 'logs',
    region,
    sha256: Hash.bind(null, 'sha256'),
    credentials: defaultProvider({ clientConfig: { region }, ...(profile === undefined ? {} : { profile }) }),
  });
  return async (url, { method, path, headers, body }) => {
    const { protocol, hostname, port, host, pathname } = new URL(url + path);
    const signed = await signer.sign({
      method,
      protocol,
      hostname,
      ...(port === '' ? {} : { port: Number(port) }),
      path: pathname,
      query: {},
      headers: { ...headers, host },
      body,
    });
    // `fetch` sets the host by itself.
    const { host: _host, ...rest } = signed.headers;
    return rest;
  };
}
