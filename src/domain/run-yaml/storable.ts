import { isScalar, visit } from 'yaml';
import type { Document, Pair, YAMLMap } from 'yaml';
import { isSecretName, speaksOfSecrets } from '../secrets';
import type { ParsedText } from './parse';

const keyOf = ({ key }: Pair): unknown => (isScalar(key) ? key.value : undefined);

/** The values of a map that hold a secret by their own key, or by the `name` beside them. */
const secretsIn = (map: YAMLMap, isAnnotations: boolean): unknown[] => {
  const isNamed = isSecretName(map.get('name'));
  return map.items
    .filter((pair) =>
      isAnnotations ? isSecretName(keyOf(pair)) : isNamed && keyOf(pair) === 'value',
    )
    .map(({ value }) => value);
};

/** Where the values are that must not be stored; undefined where one of them is no plain text. */
const rangesOfSecrets = (document: Document): (readonly [number, number])[] | undefined => {
  const found: unknown[] = [];
  const annotations = document.getIn(['metadata', 'annotations']);
  visit(document, {
    Map: (_, map) => {
      found.push(...secretsIn(map, map === annotations));
    },
  });
  const ranges = found.flatMap((node) =>
    isScalar(node) && node.range ? [[node.range[0], node.range[1]] as const] : [],
  );
  return ranges.length === found.length ? ranges : undefined;
};

const comment = /(?:^|\s)#.*$/gm;

/**
 * The text as it may be stored: with empty texts in place of values whose names speak of secrets.
 * Undefined where it speaks of any and nobody can tell which values they are.
 */
export const storableText = (
  text: string,
  { document, problem }: ParsedText,
): string | undefined => {
  if (!speaksOfSecrets(text)) return text;
  const isHidden = problem !== undefined || text.match(comment)?.some(speaksOfSecrets) === true;
  return isHidden
    ? undefined
    : rangesOfSecrets(document)
        ?.sort(([a], [b]) => b - a)
        .reduce((rest, [from, to]) => {
          // The range of a block of lines goes on to the next line.
          const end = rest.slice(from, to).endsWith('\n') ? '\n' : '';
          return `${rest.slice(0, from)}""${end}${rest.slice(to)}`;
        }, text);
};
