const keyOf = (name: string): string => `image-triggers-plugin/${name}`;

/** Runs what a browser may refuse: it can forbid storage, and storage can be full. */
const ifAllowed = <T>(access: () => T): T | undefined => {
  try {
    return access();
  } catch {
    // The page then works as ever, and what it would have kept does not survive a reload.
    return undefined;
  }
};

/** What was stored under a name in this tab of the browser. */
export const readOfTab = (name: string): string | undefined =>
  ifAllowed(() => sessionStorage.getItem(keyOf(name))) ?? undefined;

export const writeOfTab = (name: string, text: string): void =>
  ifAllowed(() => sessionStorage.setItem(keyOf(name), text));

export const removeOfTab = (name: string): void =>
  ifAllowed(() => sessionStorage.removeItem(keyOf(name)));
