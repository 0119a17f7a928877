import { CelScalar, celEnv, isCelError, mapType, parse, plan } from '@bufbuild/cel';
import type { CelInput } from '@bufbuild/cel';
import { strings } from '@bufbuild/cel/ext';
import type { CelVerdict, CheckCel, CheckedCel } from './engine';
import { survey } from './walk';

const { DYN, STRING } = CelScalar;
const MAP = mapType(STRING, DYN);

const env = celEnv({ variables: { t: MAP, body: MAP }, funcs: strings });

/** JSON as CEL sees it: objects are maps, every number is a double. */
const celInput = (json: unknown): CelInput => {
  if (Array.isArray(json)) return json.map(celInput);
  if (typeof json === 'object' && json !== null) return celMap(json);
  return typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean'
    ? json
    : null;
};

const celMap = (json: object): ReadonlyMap<string, CelInput> =>
  new Map(
    Object.entries(json)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, celInput(value)]),
  );

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** The place of a syntax error in the words of the library, without its name for the text. */
const syntaxMessage = (error: unknown): string => messageOf(error).replace(/^<input>:/, '');

const check = (expression: string): CheckedCel => {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(expression);
  } catch (error) {
    return { problem: { code: 'cel-syntax', message: syntaxMessage(error) } };
  }
  const { type, fields, functions, problem } = survey(env, parsed.expr);
  if (problem) return { problem };
  if (type !== 'bool' && type !== 'dyn') return { problem: { code: 'cel-not-bool', type } };
  const isOfStream = fields.every((field) => /^(?:t|body)\b/.test(field));
  if (functions.length > 0 || !isOfStream) return { fields, functions, judge: undefined };
  const program = plan(env, parsed);
  const judge = (entry: object, stream: object = {}): CelVerdict => {
    const result = program({ t: celMap(entry), body: celMap(stream) });
    if (isCelError(result)) return { failed: result.message };
    return typeof result === 'boolean' ? result : { failed: 'no bool' };
  };
  return { fields, functions, judge };
};

const mostKept = 100;
const kept = new Map<string, CheckedCel>();

/** Checks and evaluates expressions with the library of CEL; the last ones are kept. */
export const checkWithLibrary: CheckCel = (expression) => {
  const known = kept.get(expression);
  if (known) return known;
  if (kept.size >= mostKept) kept.clear();
  const checked = check(expression);
  kept.set(expression, checked);
  return checked;
};
