import {
  Composer,
  Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  Parser,
  visit,
} from 'yaml';
import type { Alias, Scalar } from 'yaml';
import type { FieldPath, RunFault, RunYamlProblem } from './problem';

/** Far more than a run without an inline Pipeline has; a text is parsed with every key. */
const mostCharacters = 65_536;

/** Far deeper than any manifest. */
const mostLevels = 200;

/**
 * Whether a text may nest without an end. The parser calls itself for every level, and a stack that
 * ends inside of a regular expression ends the process with it, not only the parser.
 */
const isBottomless = (text: string): boolean => {
  const isIndented = text
    .split('\n')
    .some((line) => (/^(?: |[-?:] )*/.exec(line)?.[0].length ?? 0) > mostLevels);
  let level = 0;
  for (const character of text) {
    if ('[{'.includes(character)) level += 1;
    if (']}'.includes(character)) level = Math.max(0, level - 1);
    if (level > mostLevels) return true;
  }
  return isIndented;
};

/** A text as the parser sees it; it goes on behind an error, so there is something of it in any case. */
export interface ParsedText {
  readonly document: Document;
  /** Of its values: only where it has no problem. */
  readonly value: unknown;
  readonly problem: RunYamlProblem | undefined;
  /** A fault with its line and column. */
  readonly at: <Fault extends RunFault & { readonly path: FieldPath }>(
    fault: Fault,
  ) => Fault & { readonly line: number; readonly column: number };
}

/** Booleans of YAML 1.1, as Kubernetes reads it (sigs.k8s.io/yaml goyaml.v2, resolve.go). */
const oldBoolean = /^(?:y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF)$/;

/** Whether a bare value has no one meaning, or none that JSON can hold. */
const isUnclear = ({ type, value }: Scalar): boolean => {
  if (typeof value === 'string') return type === 'PLAIN' && oldBoolean.test(value);
  if (typeof value !== 'number') return false;
  return !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));
};

const startOf = (node: unknown): number | undefined =>
  isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node.range?.[0] : undefined;

/** Where a path begins in a text, or as much of it as is there. */
const offsetOf = (document: Document, path: FieldPath): number => {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const key of path) {
    const inside = isAlias(node) ? node.resolve(document) : node;
    const pair = isMap(inside)
      ? inside.items.find((one) => isScalar(one.key) && String(one.key.value) === key)
      : undefined;
    const next = isSeq(inside) && typeof key === 'number' ? inside.items[key] : pair?.value;
    const start = startOf(pair ? pair.key : next);
    if (start === undefined) return offset;
    [node, offset] = [next, start];
  }
  return offset;
};

/** The first value of which nobody can tell what it is. */
const unclearNode = (document: Document): Scalar | Alias | undefined => {
  const found: (Scalar | Alias)[] = [];
  visit(document, {
    Scalar: (_, scalar) => {
      if (isUnclear(scalar)) found.push(scalar);
    },
    Alias: (_, alias) => {
      if (!alias.resolve(document)) found.push(alias);
    },
  });
  return found[0];
};

/** What of a text can be said before anybody knows what it is about. */
const faultOf = (
  document: Document,
  second: Document | undefined,
): (RunFault & { readonly offset: number }) | undefined => {
  const [error] = [...document.errors, ...document.warnings];
  if (error) return { code: 'yaml-syntax', message: error.message, offset: error.pos[0] };
  if (second) return { code: 'yaml-several', offset: second.range?.[0] ?? 0 };
  const unclear = unclearNode(document);
  if (!unclear) return undefined;
  const offset = startOf(unclear) ?? 0;
  return isAlias(unclear)
    ? { code: 'yaml-anchor', name: unclear.source, offset }
    : { code: 'yaml-bare', text: unclear.source ?? '', offset };
};

/** The values of a text; undefined where its aliases unfold to more than anybody writes. */
const unfolded = (document: Document): { readonly value: unknown } | undefined => {
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) };
  } catch {
    // A ReferenceError of the library, or a stack that is too deep.
    return undefined;
  }
};

/**
 * The documents of a text, at least one. The library's `parseDocument` is the same, and would bring
 * the parser to every page that writes YAML: it is in one file with `stringify`.
 */
const documentsOf = (text: string, lines: LineCounter): [Document, ...Document[]] => {
  // Every key is a text in a manifest, and Kubernetes knows the merge keys of YAML 1.1.
  const composer = new Composer({ stringKeys: true, merge: true });
  const tokens = new Parser(lines.addNewLine).parse(text);
  const [first = new Document(), ...others] = composer.compose(tokens, true, text.length);
  return [first, ...others];
};

const parsed = (text: string): ParsedText => {
  const lines = new LineCounter();
  const [document, second] = documentsOf(text, lines);
  const placeOf = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const at: ParsedText['at'] = (fault) => ({
    ...fault,
    ...placeOf(offsetOf(document, fault.path)),
  });
  const found = faultOf(document, second);
  if (found) {
    const { offset, ...fault } = found;
    return {
      document,
      value: undefined,
      problem: { ...fault, path: [], ...placeOf(offset) },
      at,
    };
  }
  const values = unfolded(document);
  return {
    document,
    value: values?.value,
    problem: values ? undefined : { code: 'yaml-endless', path: [], line: 1, column: 1 },
    at,
  };
};

const start = { path: [], line: 1, column: 1 } as const;

/** Parses a text as one document of YAML; nothing of it is thrown. */
export const parseYaml = (text: string): ParsedText | RunYamlProblem => {
  if (text.length > mostCharacters) return { code: 'yaml-long', most: mostCharacters, ...start };
  return isBottomless(text) ? { code: 'yaml-endless', ...start } : parsed(text);
};
