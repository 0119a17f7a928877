const keyOf = (form: string): string => `image-triggers-plugin/form/${form}`;

/** Runs what a browser may refuse: it can forbid storage, and storage can be full. */
const ifAllowed = <T>(access: () => T): T | undefined => {
  try {
    return access();
  } catch {
    // The form then works as ever, and does not survive a reload.
    return undefined;
  }
};

/** What was stored of a form in this tab of the browser. */
export const readForm = (form: string): string | undefined =>
  ifAllowed(() => sessionStorage.getItem(keyOf(form))) ?? undefined;

export const writeForm = (form: string, text: string): void =>
  ifAllowed(() => sessionStorage.setItem(keyOf(form), text));

export const removeForm = (form: string): void =>
  ifAllowed(() => sessionStorage.removeItem(keyOf(form)));
