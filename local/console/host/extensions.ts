import type { Extension as ConsoleExtension } from '@openshift-console/dynamic-plugin-sdk/lib/types';
import {
  useExtensions,
  type Extension,
  type ExtensionPredicate,
  type LoadedExtension,
} from '@openshift/dynamic-plugin-sdk';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isJsonObject } from './json';

type Translate = (key: string) => string;

/** `%plugin__NAME~Key%`: a text of an extension that is to be translated. */
const translatable = /^%(.+)%$/;

const translateIn = (value: unknown, translate: Translate): unknown => {
  if (typeof value === 'string') {
    const [, key] = translatable.exec(value) ?? [];
    return key === undefined ? value : translate(key);
  }
  if (Array.isArray(value)) return value.map((item) => translateIn(item, translate));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, translateIn(item, translate)]),
  );
};

/** An extension with every `%key%` among its properties replaced by its translation. */
const translateExtension = <E extends Extension>(extension: E, translate: Translate): E =>
  Object.assign({ ...extension }, { properties: translateIn(extension.properties, translate) });

/** The extensions in use that a guard of the SDK picks, translated. The guard has to be stable. */
export const useTranslatedExtensions = <E extends ConsoleExtension>(
  guard: ExtensionPredicate<E>,
): LoadedExtension<E>[] => {
  const { t } = useTranslation();
  const extensions = useExtensions<E>(guard);
  return useMemo(
    () => extensions.map((extension) => translateExtension(extension, t)),
    [extensions, t],
  );
};
