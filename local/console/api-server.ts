/** What proves who one is: a token, a client certificate, or neither. */
export interface Credentials {
  token?: string;
  /** PEM. */
  certificate?: string;
  /** PEM. */
  key?: string;
}

/** Somebody as whom the page can act. */
export interface ConsoleUser {
  name: string;
  /** Asked for each request, because a token can expire. */
  credentials: () => Promise<Credentials>;
}

/** A Kubernetes API server and those who may use it. */
export interface ApiServer {
  /** `https://host:port`, maybe with a path. */
  url: string;
  /** PEM of the authority that signed the server's certificate; else those that node knows. */
  ca?: string;
  skipTlsVerify?: boolean;
  /** At least one. The first is the one to begin with. */
  users: readonly [ConsoleUser, ...ConsoleUser[]];
}
