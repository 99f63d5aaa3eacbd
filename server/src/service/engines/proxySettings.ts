/** Which HTTP proxy an editor is set to use. What it leaves out is taken from the environment. */
export interface ProxySettings {
  /** The address of the proxy. */
  readonly proxy?: string;
  /** Hosts that are reached without it. */
  readonly noProxy?: readonly string[];
  /** No proxy is used, whatever the environment says. */
  readonly isOff?: boolean;
}
