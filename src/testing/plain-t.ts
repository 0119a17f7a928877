import type { Translate } from '../i18n/use-t';

/** Translates as the English texts do: each key is its own sentence, with its values filled in. */
export const plainT: Translate = (key, values = {}) =>
  key.replace(/{{(\w+)}}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
