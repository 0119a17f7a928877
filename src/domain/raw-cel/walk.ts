import type { CelEnv, parse } from '@bufbuild/cel';
import { RE2JS } from '@bufbuild/re2';
import { callText, outcomeOf } from './call';
import type { Call } from './call';
import { functionsElsewhere } from './elsewhere';
import type { CelProblem } from './engine';
import { any, bool, eventShapes, scalar, typeOfShape } from './shape';
import type { Shape } from './shape';

/** A node of a parsed expression (cel-spec cel/expr/syntax.proto, Expr). */
type Expr = NonNullable<ReturnType<typeof parse>['expr']>;
type Node<Case extends string> = Extract<Expr['exprKind'], { case: Case }>['value'];

/** A shape, and its path where it is a field: of the event, or, after a dot, of a value in it. */
interface Found {
  readonly shape: Shape;
  readonly path?: string;
}

type Scope = ReadonlyMap<string, Found>;

/** Where an expression is walked, and what has been found in it. */
interface Walk {
  readonly env: CelEnv;
  readonly scope: Scope;
  readonly fields: Set<string>;
  readonly functions: Set<string>;
  readonly problems: CelProblem[];
}

const eventScope: Scope = new Map(
  Object.entries(eventShapes).map(([path, shape]) => [path, { shape, path }]),
);

const typeNames = new Set('int uint double bool string bytes list map null_type type'.split(' '));

const constantTypes = new Map([
  ['boolValue', 'bool'],
  ['bytesValue', 'bytes'],
  ['doubleValue', 'double'],
  ['int64Value', 'int'],
  ['nullValue', 'null_type'],
  ['stringValue', 'string'],
  ['uint64Value', 'uint'],
]);

const problem = (walk: Walk, found: CelProblem): Found => {
  walk.problems.push(found);
  return { shape: any };
};

const textOf = (node: Expr | undefined): string | undefined => {
  if (node?.exprKind.case !== 'constExpr') return undefined;
  const { constantKind } = node.exprKind.value;
  return constantKind.case === 'stringValue' ? constantKind.value : undefined;
};

const fieldOf = (walk: Walk, { shape, path }: Found, field: string): Found => {
  if (shape.is === 'map') return { shape: shape.of, path };
  if (typeOfShape(shape) === 'dyn') return { shape: any, path };
  const inner = `${path ?? ''}.${field}`;
  const of = shape.is === 'object' ? new Map(Object.entries(shape.fields)).get(field) : undefined;
  return of
    ? { shape: of, path: inner }
    : problem(walk, { code: 'cel-unknown-field', field: inner.replace(/^\./, '') });
};

const elementOf = (shape: Shape): Shape => {
  if (shape.is === 'list') return shape.of;
  return typeOfShape(shape) === 'map' ? scalar('string') : any;
};

const named = (walk: Walk, name: string): Found => {
  const found = walk.scope.get(name);
  if (found) return found;
  return typeNames.has(name)
    ? { shape: scalar('type') }
    : problem(walk, { code: 'cel-unknown-name', name });
};

const indexed = (walk: Walk, [of, index]: readonly Expr[]): Found => {
  const whole = find(walk, of);
  const key = textOf(index);
  used(walk, index);
  if (whole.shape.is === 'list') return { shape: whole.shape.of, path: whole.path };
  return key === undefined ? { shape: any, path: whole.path } : fieldOf(walk, whole, key);
};

/** The name of a function of a namespace, such as `math.ceil`, which parses as a method of `math`. */
const namespacedName = (walk: Walk, { target, function: name }: Node<'callExpr'>) => {
  if (target?.exprKind.case !== 'identExpr') return undefined;
  const full = `${target.exprKind.value.name}.${name}`;
  return functionsElsewhere.has(full) || walk.env.funcs.find(full) ? full : undefined;
};

/** Why the listener could not compile a pattern that is written as a literal. */
const patternProblem = (args: readonly Expr[]): CelProblem | undefined => {
  const pattern = textOf(args.at(-1));
  try {
    if (pattern !== undefined) RE2JS.compile(pattern);
    return undefined;
  } catch (error) {
    return { code: 'cel-syntax', message: error instanceof Error ? error.message : String(error) };
  }
};

const called = (walk: Walk, node: Node<'callExpr'>): Found => {
  if (node.function === '_[_]') return indexed(walk, node.args);
  const spaced = namespacedName(walk, node);
  const name = spaced ?? node.function;
  const target = node.target && spaced === undefined ? used(walk, node.target) : undefined;
  const call: Call = { name, target, args: node.args.map((arg) => used(walk, arg)) };
  if (functionsElsewhere.has(name) || (name === 'split' && call.args.length === 2)) {
    walk.functions.add(name);
    return { shape: any };
  }
  const pattern = name === 'matches' ? patternProblem(node.args) : undefined;
  if (pattern) return problem(walk, pattern);
  const outcome = outcomeOf(walk.env, call);
  if (outcome === 'unknown') return problem(walk, { code: 'cel-unknown-function', name });
  return outcome === 'unfit'
    ? problem(walk, { code: 'cel-types', use: callText(call) })
    : { shape: outcome };
};

/** A macro such as `exists`, as the library expands it. */
const folded = (walk: Walk, node: Node<'comprehensionExpr'>): Found => {
  const { iterVar, accuVar, iterRange, accuInit, loopCondition, loopStep, result } = node;
  const element = elementOf(used(walk, iterRange));
  const scope = new Map([
    ...walk.scope,
    [iterVar, { shape: element }],
    [accuVar, { shape: used(walk, accuInit) }],
  ]);
  const inside = { ...walk, scope };
  used(inside, loopCondition);
  used(inside, loopStep);
  return { shape: used(inside, result) };
};

const structured = (walk: Walk, { messageName, entries }: Node<'structExpr'>): Found => {
  if (messageName !== '') return problem(walk, { code: 'cel-unknown-name', name: messageName });
  for (const { keyKind, value } of entries) {
    if (keyKind.case === 'mapKey') used(walk, keyKind.value);
    used(walk, value);
  }
  return { shape: { is: 'map', of: any } };
};

const find = (walk: Walk, node: Expr | undefined): Found => {
  const kind = node?.exprKind;
  switch (kind?.case) {
    case 'constExpr':
      return { shape: scalar(constantTypes.get(kind.value.constantKind.case ?? '') ?? 'dyn') };
    case 'identExpr':
      return named(walk, kind.value.name);
    case 'selectExpr': {
      const found = fieldOf(walk, find(walk, kind.value.operand), kind.value.field);
      return kind.value.testOnly ? { ...found, shape: bool } : found;
    }
    case 'callExpr':
      return called(walk, kind.value);
    case 'listExpr':
      for (const element of kind.value.elements) used(walk, element);
      return { shape: { is: 'list', of: any } };
    case 'structExpr':
      return structured(walk, kind.value);
    case 'comprehensionExpr':
      return folded(walk, kind.value);
    case undefined:
      return { shape: any };
  }
};

/** The shape of a value that is used whole: the field of the event that it is goes on the list. */
const used = (walk: Walk, node: Expr | undefined): Shape => {
  const { shape, path } = find(walk, node);
  if (path !== undefined && path !== 't.tag' && !path.startsWith('.')) walk.fields.add(path);
  return shape;
};

/** What there is to say of an expression before it runs. */
interface Survey {
  /** The type of its value. */
  readonly type: string;
  /** Fields of the event but `t.tag`, sorted. */
  readonly fields: readonly string[];
  /** `functionsElsewhere` that it calls, sorted. */
  readonly functions: readonly string[];
  readonly problem: CelProblem | undefined;
}

/** Looks at all of an expression, also at what would not be reached, as cel-go does. */
export const survey = (env: CelEnv, expression: Expr): Survey => {
  const walk: Walk = {
    env,
    scope: eventScope,
    fields: new Set(),
    functions: new Set(),
    problems: [],
  };
  const shape = used(walk, expression);
  return {
    type: typeOfShape(shape),
    fields: [...walk.fields].sort(),
    functions: [...walk.functions].sort(),
    problem: walk.problems[0],
  };
};
