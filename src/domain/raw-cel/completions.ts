import type { K8sObject } from '../../k8s/resource';
import { celString } from '../cel';
import { eventShapes, typeOfShape } from './shape';
import type { Shape } from './shape';

/** A field of the event, as an expression writes it. */
export interface CelField {
  readonly path: string;
  /** Its type in CEL. */
  readonly type: string;
}

/** What is before the caret: the place of a name that is begun, and the fields that it can become. */
interface Completions {
  /** The first character of the name. */
  readonly from: number;
  readonly fields: readonly CelField[];
}

const keysOf = (stream: K8sObject | undefined, path: string): readonly string[] => {
  const { labels = {}, annotations = {} } = stream?.metadata ?? {};
  if (path === 'body.metadata.labels') return Object.keys(labels);
  return path === 'body.metadata.annotations' ? Object.keys(annotations) : [];
};

const fieldsOf = (shape: Shape, path: string, stream: K8sObject | undefined): CelField[] => {
  switch (shape.is) {
    case 'object':
      return Object.entries(shape.fields).flatMap(([field, inner]) =>
        fieldsOf(inner, `${path}.${field}`, stream),
      );
    case 'list':
      return fieldsOf(shape.of, `${path}[0]`, stream);
    case 'map': {
      const keys = keysOf(stream, path).map((key) => `${path}[${celString(key)}]`);
      return [
        { path, type: 'map' },
        ...keys.map((inner) => ({ path: inner, type: typeOfShape(shape.of) })),
      ];
    }
    case 'scalar':
      return [{ path, type: shape.type }];
  }
};

/** All fields of the event of an ImageStream, `t` first; of labels and annotations those that it has. */
export const celFields = (stream: K8sObject | undefined): CelField[] =>
  Object.entries(eventShapes).flatMap(([path, shape]) => fieldsOf(shape, path, stream));

const literal = /'(?:[^'\\\n\r]|\\.)*'|"(?:[^"\\\n\r]|\\.)*"/g;

/** A name that ends at the caret, with what was typed of fields and keys behind it. */
const begun = /(?:^|[^\w.\]'"])([A-Za-z_]\w*(?:\.\w*|\[\d*\]?|\['[^']*'?\]?)*)$/;

/** Whether a name of a field ends at the caret, so that one may want to go on with it. */
export const endsInName = (before: string): boolean => begun.test(before);

/**
 * The fields that what is typed before the caret can become; those that begin with it come first.
 * None inside of a literal, and none that is there in full already.
 */
export const completionsAt = (before: string, fields: readonly CelField[]): Completions => {
  const name = begun.exec(before)?.[1] ?? '';
  const from = before.length - name.length;
  const isInLiteral = /['"]/.test(before.slice(0, from).replace(literal, ''));
  const wanted = name.toLowerCase();
  const rank = ({ path }: CelField): number => path.toLowerCase().indexOf(wanted);
  const found = isInLiteral
    ? []
    : fields.filter((field) => rank(field) >= 0 && field.path !== name);
  return {
    from,
    fields: [
      ...found.filter((field) => rank(field) === 0),
      ...found.filter((field) => rank(field) > 0),
    ],
  };
};
