import { isRecord } from '../../object';

type Step = { field: string } | { index: number } | 'all';

const stepPattern =
  /\.?((?:\\.|[^.[\]\s,$@{}\\])+)|\[(-?\d+)\]|\['((?:[^'\\]|\\.)*)'\]|\[\*\]|\.\*/y;

const unescape = (text: string): string => text.replace(/\\(.)/g, '$1');

const parseSteps = (path: string): Step[] => {
  const steps: Step[] = [];
  stepPattern.lastIndex = 0;
  while (stepPattern.lastIndex < path.length) {
    const match = stepPattern.exec(path);
    if (match === null) {
      throw new Error(`unrecognized path ${path}`);
    }
    const [, name, index, quoted] = match;
    const field = name ?? quoted;
    if (field !== undefined && field !== '*') {
      steps.push({ field: unescape(field) });
    } else {
      steps.push(index === undefined ? 'all' : { index: Number(index) });
    }
  }
  return steps;
};

const childrenOf = (value: unknown, step: Step): unknown[] => {
  if (step === 'all') {
    if (Array.isArray(value)) {
      return value;
    }
    return isRecord(value) ? Object.values(value) : [];
  }
  if ('field' in step) {
    if (!isRecord(value) || !Object.hasOwn(value, step.field)) {
      throw new Error(`${step.field} is not found`);
    }
    return [value[step.field]];
  }
  if (!Array.isArray(value)) {
    throw new Error('an index of what is not an array or slice');
  }
  const index = step.index < 0 ? value.length + step.index : step.index;
  if (index < 0 || index >= value.length) {
    throw new Error(`array index out of bounds: index ${index}, length ${value.length}`);
  }
  return [value[index]];
};

/** JSON with sorted keys, as Go writes maps. */
const sortedJson = (value: unknown): string =>
  JSON.stringify(value, (_, entry: unknown) =>
    isRecord(entry)
      ? Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))
      : entry,
  );

/**
 * The value at a relaxed JSONPath such as `body.items[0].name`, as text that fits into JSON: a string
 * is escaped and without its quotes, anything else is JSON, several results are a JSON list.
 *
 * Fields, `['quoted']`, indexes and `*`; not the filters and slices of the real one. Throws for what
 * is not there (tektoncd/triggers pkg/template/jsonpath.go parseJSONPath over client-go's jsonpath).
 */
export const textAt = (root: unknown, path: string): string => {
  const relaxed = path.replace(/^\{(.*)\}$/, '$1').replace(/^\./, '');
  if (relaxed === '' || /[{}]/.test(relaxed)) {
    throw new Error(`unexpected path string, expected a 'name1.name2', not '${path}'`);
  }
  const values = parseSteps(relaxed).reduce<unknown[]>(
    (found, step) => found.flatMap((value) => childrenOf(value, step)),
    [root],
  );
  const [only] = values;
  if (values.length !== 1) {
    return sortedJson(values);
  }
  return typeof only === 'string' ? JSON.stringify(only).slice(1, -1) : sortedJson(only);
};
