import { EventEmitter } from 'node:events';

const namespace = 'plugin__image-triggers-plugin';

/** Finds the texts of console-extensions.json: `%NAMESPACE~Text%`. */
class ExtensionsLexer extends EventEmitter {
  extract(content) {
    const texts = content.matchAll(new RegExp(`%${namespace}~([^%]+)%`, 'g'));
    return [...texts].map(([, key]) => ({ key }));
  }
}

/** Keeps locales/en equal to the sentences in the code: `npm run i18n`. */
export default {
  input: [
    'console-extensions.json',
    'src/**/*.{ts,tsx}',
    '!src/**/*.spec.{ts,tsx}',
    '!src/testing/**',
  ],
  output: 'locales/$LOCALE/$NAMESPACE.json',
  locales: ['en'],
  defaultNamespace: namespace,
  namespaceSeparator: '~',
  keySeparator: false,
  pluralSeparator: '_',
  contextSeparator: '~',
  createOldCatalogs: false,
  keepRemoved: false,
  sort: true,
  defaultValue: (_locale, _namespace, key) => key,
  lexers: { json: [ExtensionsLexer], ts: ['JavascriptLexer'], tsx: ['JsxLexer'] },
};
