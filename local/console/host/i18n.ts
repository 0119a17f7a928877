import { createInstance, type i18n, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';

/** Reads one namespace in one language; rejects where there is none. */
export type ReadTexts = (language: string, namespace: string) => Promise<ResourceKey>;

/** Loaded like the others, though it is empty here: a hook that names no namespace waits for it. */
const defaultNamespace = 'public';

/**
 * Sets react-i18next up as the console does (public/i18n.js): `namespace~key`, no nested keys. A
 * missing key is an error in the browser's console, as there.
 */
export const startI18n = async (options: {
  readTexts: ReadTexts;
  language: string;
  /** What is loaded before anything is drawn: `plugin__NAME`, because navigation is translated early. */
  namespaces: readonly string[];
}): Promise<i18n> => {
  const { readTexts, language, namespaces } = options;
  const instance = createInstance();
  await instance
    .use({
      type: 'backend',
      read: (
        lng: string,
        namespace: string,
        done: (error: unknown, texts?: ResourceKey | null) => void,
      ) => {
        readTexts(lng, namespace).then(
          (texts) => done(null, texts),
          (error: unknown) => done(error),
        );
      },
    })
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'en',
      load: 'languageOnly',
      ns: [defaultNamespace, ...namespaces],
      defaultNS: defaultNamespace,
      nsSeparator: '~',
      contextSeparator: '~',
      keySeparator: false,
      interpolation: { escapeValue: false },
      react: { useSuspense: true, transSupportBasicHtmlNodes: true },
      showSupportNotice: false,
      saveMissing: true,
      missingKeyHandler: (languages, namespace, key) =>
        console.error(
          `Missing i18n key "${key}" in namespace "${namespace}" and language "${languages.join(', ')}".`,
        ),
    });
  return instance;
};
