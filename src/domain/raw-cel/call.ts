import type { CelEnv, CelFunc, CelType } from '@bufbuild/cel';
import { any, bool, isBool, scalar, typeOfShape } from './shape';
import type { Shape } from './shape';

/** A function or an operator with what it gets. */
export interface Call {
  /** As the library knows it: `size`, `_+_`. */
  readonly name: string;
  readonly target: Shape | undefined;
  readonly args: readonly Shape[];
}

/** What comes of a call; `unfit` where the function cannot take what it gets. */
type Outcome = Shape | 'unfit' | 'unknown';

const takes = (type: CelType, shape: Shape): boolean => {
  const name = typeOfShape(shape);
  return type.name === 'dyn' || name === 'dyn' || type.name === name;
};

const shapeOf = (type: CelType): Shape => {
  if (type.kind === 'list') return { is: 'list', of: any };
  return type.kind === 'map' ? { is: 'map', of: any } : scalar(type.name);
};

const fits = ({ target, arguments: types }: CelFunc, call: Call): boolean =>
  (target === undefined) === (call.target === undefined) &&
  types.length === call.args.length &&
  (!target || !call.target || takes(target, call.target)) &&
  types.every((type, index) => takes(type, call.args[index] ?? any));

const ofLibrary = (env: CelEnv, call: Call): Outcome => {
  const all = [...(env.funcs.find(call.name) ?? [])];
  if (all.length === 0) return 'unknown';
  const fitting = all.filter((one) => fits(one, call));
  const [first, ...others] = fitting;
  if (!first) return 'unfit';
  return others.every(({ result }) => result.name === first.result.name)
    ? shapeOf(first.result)
    : any;
};

const areComparable = ([a = any, b = any]: readonly Shape[]): boolean => {
  const types = [typeOfShape(a), typeOfShape(b)];
  return types[0] === types[1] || types.includes('dyn') || types.includes('null_type');
};

/**
 * What a call comes to, as cel-go would say before it runs (cel.Env.Check); with what is known of the
 * event's fields, which for cel-go could be anything.
 */
export const outcomeOf = (env: CelEnv, call: Call): Outcome => {
  const { name, args } = call;
  const [first = any, yes = any, no = any] = args;
  switch (name) {
    case '_&&_':
    case '_||_':
    case '!_':
      return args.every(isBool) ? bool : 'unfit';
    case '_?_:_':
      if (!isBool(first)) return 'unfit';
      return typeOfShape(yes) === typeOfShape(no) ? yes : any;
    case '@not_strictly_false':
      return bool;
    case '_==_':
    case '_!=_':
      return areComparable(args) ? bool : 'unfit';
    default:
      return ofLibrary(env, call);
  }
};

/** A call as one would write it, with types in place of values: `string + int`, `string.size()`. */
export const callText = ({ name, target, args }: Call): string => {
  const types = args.map(typeOfShape);
  if (name === '_?_:_') return types.join(' ? ').replace(/ \? (?=\w+$)/, ' : ');
  const sign = name === '@in' ? 'in' : /^_?([^\w@]+)_?$/.exec(name)?.[1];
  if (sign !== undefined)
    return types.length === 1 ? `${sign}${types.join()}` : types.join(` ${sign} `);
  return `${target ? `${typeOfShape(target)}.` : ''}${name}(${types.join(', ')})`;
};
