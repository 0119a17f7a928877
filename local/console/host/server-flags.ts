/** What the server tells the page: the part that the SDK reads, and the local console's own. */
export interface ServerFlags {
  /** The path under which everything is served, with a slash at both ends. */
  basePath: string;
  /** Name of the plugin to load. */
  plugin: string;
  /** Names of those one can act as; more than one only on the embedded cluster. */
  users: readonly string[];
  user: string;
  /** Whether images may be pushed from the masthead: only into the embedded cluster. */
  canPush: boolean;
  /** What the masthead says about where one is: a context of a kubeconfig, or the embedded cluster. */
  cluster: string;
}

declare global {
  interface Window {
    SERVER_FLAGS: ServerFlags;
  }
}
