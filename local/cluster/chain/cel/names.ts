import type { Call, Expr } from './expression-tree';
import { asCall, asIdentifier, mapChildren } from './expression-tree';

/** Operators that the library evaluates without a function of that name. */
const operators = new Set(['_[_]', '_?_:_', '_&&_', '_||_', '@not_strictly_false']);

const typeNames = [
  ...['int', 'uint', 'double', 'bool', 'string', 'bytes', 'list', 'map', 'null_type', 'type'],
  ...['dyn', 'google'],
];

interface Declarations {
  /** `size`, `_+_`, `strings.quote`, ... */
  functions: ReadonlySet<string>;
  variables: ReadonlySet<string>;
}

const undeclared = (name: string): Error =>
  new Error(`undeclared reference to '${name}' (in container '')`);

/** The name of a function of a namespace, such as `math.ceil`, which parses as a method of `math`. */
const namespacedName = ({ target, function: name }: Call): string | undefined => {
  const namespace = asIdentifier(target);
  return namespace === undefined ? undefined : `${namespace}.${name}`;
};

const checkNode = (node: Expr, declared: Declarations): void => {
  const check = (child: Expr): Expr => {
    checkNode(child, declared);
    return child;
  };
  const identifier = asIdentifier(node);
  if (identifier !== undefined && !declared.variables.has(identifier)) {
    throw undeclared(identifier);
  }
  const call = asCall(node);
  if (call !== undefined) {
    const qualified = namespacedName(call);
    if (qualified !== undefined && declared.functions.has(qualified)) {
      call.args.forEach(check);
      return;
    }
    if (!declared.functions.has(call.function)) {
      throw undeclared(call.function);
    }
  }
  if (node.exprKind.case === 'comprehensionExpr') {
    const { iterVar, accuVar, iterRange } = node.exprKind.value;
    if (iterRange !== undefined) {
      check(iterRange);
    }
    const variables = new Set([...declared.variables, iterVar, accuVar]);
    mapChildren(node, (child) => {
      if (child !== iterRange) {
        checkNode(child, { ...declared, variables });
      }
      return child;
    });
    return;
  }
  mapChildren(node, check);
};

/**
 * Refuses an expression that names a function or a variable that does not exist, also in a branch
 * that is never evaluated: cel-go checks the whole expression before it runs (cel.Env.Check).
 */
export const checkNames = (node: Expr, declared: Declarations): void =>
  checkNode(node, {
    functions: new Set([...declared.functions, ...operators]),
    variables: new Set([...declared.variables, ...typeNames]),
  });
