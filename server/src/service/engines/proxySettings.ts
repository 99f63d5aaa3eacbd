/** The HTTP proxy in an editor's settings. Values that are not set are taken from the environment. */
export interface ProxySettings {
  /** The address of the proxy. */
  readonly proxy?: string;
  /** Hosts that are reached without it. */
  readonly noProxy?: readonly string[];
  /** No proxy is used, even if the environment names one. */
  readonly isOff?: boolean;
}
