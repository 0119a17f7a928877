import type {
  DeclaredKey,
  DraftParam,
  ObjectKey,
  ParamSource,
  TextSource,
} from '../../../domain/draft';
import { fieldsOf } from '../../../domain/fields';
import { parsePushField } from '../../../domain/push-fields';
import { speaksOfSecrets } from '../../../domain/secrets';
import { parseList } from './stored-list';
import { textOf } from './stored-workspace';

const withoutSecret = <T extends TextSource>(name: string, source: T): T =>
  source.from === 'literal' && speaksOfSecrets(name) ? { ...source, value: '' } : source;

const storedSource = (param: string, source: ParamSource): ParamSource => {
  if (source.from === 'object') {
    const keys = source.keys.map(({ name, source: of }) => ({
      name,
      source: withoutSecret(`${param} ${name}`, of),
    }));
    return { from: 'object', keys };
  }
  return source.from === 'literal' ? withoutSecret(param, source) : source;
};

/**
 * A row as it is stored: without a text of what by its name holds a secret, and without what the
 * template keeps, which is in the cluster and is read from there again.
 */
export const storedParam = (param: DraftParam): DraftParam => ({
  ...param,
  source: storedSource(param.name, param.source),
  kept: undefined,
});

const parseText = (value: unknown): TextSource | undefined => {
  const { from, field, value: text } = fieldsOf(value);
  if (from === 'literal' && typeof text === 'string') return { from, value: text };
  const known = typeof field === 'string' ? parsePushField(field) : undefined;
  return from === 'push' && known ? { from, field: known } : undefined;
};

const parseKey = (value: unknown): ObjectKey | undefined => {
  const { name, source } = fieldsOf(value);
  const read = parseText(source);
  return typeof name === 'string' && read ? { name, source: read } : undefined;
};

const parseType = (value: unknown): DraftParam['type'] | undefined =>
  value === 'string' || value === 'array' || value === 'object' ? value : undefined;

const parseSource = (type: DraftParam['type'], value: unknown): ParamSource | undefined => {
  const { from, keys } = fieldsOf(value);
  if (from === 'default' || from === 'kept') return { from };
  if (type !== 'object') return parseText(value);
  const read = parseList(keys, parseKey);
  return from === 'object' && read ? { from, keys: read } : undefined;
};

const parseDeclared = (value: unknown): DeclaredKey | undefined => {
  const { name, hasDefault } = fieldsOf(value);
  return typeof name === 'string' && typeof hasDefault === 'boolean'
    ? { name, hasDefault }
    : undefined;
};

/** Reads a row that was stored; undefined where it is none. */
export const parseParam = (value: unknown): DraftParam | undefined => {
  const { name, hasDefault, properties, choices, ...rest } = fieldsOf(value);
  const type = parseType(rest.type);
  const source = type && parseSource(type, rest.source);
  const declared = parseList(properties ?? [], parseDeclared);
  const texts = parseList(choices ?? [], textOf);
  return typeof name === 'string' && typeof hasDefault === 'boolean' && source && declared && texts
    ? {
        name,
        type,
        hasDefault,
        source,
        ...(properties !== undefined && { properties: declared }),
        ...(choices !== undefined && { choices: texts }),
      }
    : undefined;
};
