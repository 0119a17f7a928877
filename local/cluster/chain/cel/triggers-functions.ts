import type { CelFunc, CelInput, CelMap, CelValue } from '@bufbuild/cel';
import {
  CelScalar,
  celFunc,
  celMethod,
  isCelList,
  isCelMap,
  listType,
  mapType,
} from '@bufbuild/cel';
import { RE2JS } from '@bufbuild/re2';
import { parse as parseYaml } from 'yaml';
import { isRecord } from '../../object';
import { canonicalHeaderName } from '../header';
import { celMapOf } from './input';
import { overlayJson } from './json-value';
import { hasFunction } from './macros';

const { BOOL, DYN, INT, STRING } = CelScalar;
const LIST = listType(DYN);
const MAP = mapType(STRING, DYN);

/** The first value of a header, as Go's http.Header.Get: an absent one is the empty string. */
const headerValue = (header: CelMap, name: string): string => {
  const values = header.get(canonicalHeaderName(name));
  const first = isCelList(values) ? values.get(0) : undefined;
  return typeof first === 'string' ? first : '';
};

const asObject = (value: unknown, text: string, method: string): Map<string, CelInput> => {
  if (!isRecord(value)) {
    throw new Error(`failed to decode '${text}' in ${method}`);
  }
  return celMapOf(value);
};

const urlParts = (text: string): Map<string, CelInput> => {
  const url = new URL(text);
  const queryStrings: Record<string, string[]> = {};
  for (const name of url.searchParams.keys()) {
    queryStrings[name] = url.searchParams.getAll(name);
  }
  const query = Object.entries(queryStrings).map(([name, values]) => [name, values.join(',')]);
  const hasUser = url.username !== '' || url.password !== '';
  return celMapOf({
    scheme: url.protocol.replace(/:$/, ''),
    host: url.host,
    path: url.pathname,
    rawQuery: url.search.replace(/^\?/, ''),
    fragment: url.hash.replace(/^#/, ''),
    queryStrings,
    query: Object.fromEntries(query),
    ...(hasUser ? { auth: { username: url.username, password: url.password } } : {}),
  });
};

/**
 * Replaces what a pattern matches. The RE2 library only tests, so a pattern has to be one for RE2
 * and for JavaScript; `$1` and `${1}` stand for groups as in Go's Regexp.Expand.
 */
const translate = (text: string, pattern: string, replacement: string): string => {
  RE2JS.compile(pattern);
  const template = replacement.replace(/\$\{(\d+)\}/g, '$$$1');
  return text.replace(new RegExp(pattern, 'gu'), template);
};

/** The library's own test says no for a key that holds null. */
const holdsKey = (map: CelMap, key: string): boolean => map.get(key) !== undefined;

const has = (operand: CelValue, field: string): boolean => {
  if (!isCelMap(operand)) {
    throw new Error('no such key');
  }
  return holdsKey(operand, field);
};

const headerAndValueFunctions: CelFunc[] = [
  celMethod('match', MAP, [STRING, STRING], BOOL, function (name, value) {
    return headerValue(this, name) === value;
  }),
  celMethod('canonical', MAP, [STRING], STRING, function (name) {
    return headerValue(this, name);
  }),
  celMethod('truncate', STRING, [INT], STRING, function (length) {
    return this.slice(0, Number(length));
  }),
  celMethod('translate', STRING, [STRING, STRING], STRING, function (pattern, replacement) {
    return translate(this, pattern, replacement);
  }),
  celMethod('first', LIST, [], DYN, function () {
    return this.get(0) ?? null;
  }),
  celMethod('last', LIST, [], DYN, function () {
    return this.get(this.size - 1) ?? null;
  }),
];

const codecFunctions: CelFunc[] = [
  celMethod('parseJSON', STRING, [], MAP, function () {
    return asObject(JSON.parse(this), this, 'parseJSON');
  }),
  celMethod('parseYAML', STRING, [], MAP, function () {
    return asObject(parseYaml(this), this, 'parseYAML');
  }),
  celMethod('parseURL', STRING, [], MAP, function () {
    return urlParts(this);
  }),
  celMethod('marshalJSON', MAP, [], STRING, function () {
    return JSON.stringify(overlayJson(this));
  }),
  celMethod('marshalJSON', LIST, [], STRING, function () {
    return JSON.stringify(overlayJson(this));
  }),
];

/**
 * Triggers' own functions (tektoncd/triggers pkg/interceptors/cel/triggers.go) but compareSecret,
 * which reads Secrets, what the has() macro turns into, and `in` for maps.
 */
export const triggersFunctions: CelFunc[] = [
  ...headerAndValueFunctions,
  ...codecFunctions,
  celFunc(hasFunction, [DYN, STRING], BOOL, has),
  celFunc('@in', [STRING, MAP], BOOL, (key, map) => holdsKey(map, key)),
];
