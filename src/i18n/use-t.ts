import { useTranslation } from 'react-i18next';

/** The i18n namespace of the plugin, as the console demands it for ConsolePlugins. */
const namespace = 'plugin__image-triggers-plugin';

/** Translates a key, which is the English sentence itself. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

/** The plugin's translations. Keys are extracted from calls of a function named `t`. */
export const useT = (): Translate => {
  const { t } = useTranslation(namespace);
  return t;
};
