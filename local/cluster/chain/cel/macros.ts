import { parse } from '@bufbuild/cel';
import type { Call, Expr } from './expression-tree';
import { asCall, asIdentifier, callInPlaceOf, mapChildren } from './expression-tree';

/** What the macros turn into: functions that no expression can name, for the `@`. */
export const hasFunction = '@has';
export const sortByKeysFunction = '@sortByAssociatedKeys';
export const greatestFunction = 'math.@max';
export const leastFunction = 'math.@min';

const listOf = (node: Expr, elements: Expr[]): Expr => ({
  $typeName: 'cel.expr.Expr',
  id: node.id,
  exprKind: {
    case: 'listExpr',
    value: { $typeName: 'cel.expr.Expr.CreateList', elements, optionalIndices: [] },
  },
});

/** `list.map(variable, step)`, made from the library's own expansion of that macro. */
const mapOver = (list: Expr, { variable, step }: { variable: string; step: Expr }): Expr => {
  const placeholder = parse(`[].map(${variable}, [true])`).expr;
  if (placeholder.exprKind.case !== 'comprehensionExpr') {
    throw new Error(`'${variable}' cannot be a variable`);
  }
  const fold = placeholder.exprKind.value;
  const append = asCall(fold.loopStep);
  const accumulated = append?.args[0];
  if (fold.loopStep === undefined || accumulated === undefined) {
    throw new Error('the map macro has an unknown form');
  }
  const loopStep = callInPlaceOf(fold.loopStep, {
    function: '_+_',
    args: [accumulated, listOf(step, [step])],
  });
  const value = { ...fold, iterRange: list, loopStep };
  return { ...placeholder, exprKind: { case: 'comprehensionExpr', value } };
};

/** `list.sortBy(x, key)` (cel-go ext/lists.go sortByMacro). */
const expandSortBy = (node: Expr, { target, args }: Call): Expr => {
  const [variable, step] = args;
  const name = asIdentifier(variable);
  if (target === undefined || name === undefined || step === undefined || args.length !== 2) {
    throw new Error('sortBy takes a variable and a key');
  }
  const keys = mapOver(target, { variable: name, step });
  return callInPlaceOf(node, { function: sortByKeysFunction, target, args: [keys] });
};

/** `math.greatest(a, b, ...)` and `math.least` (cel-go ext/math.go mathGreatest, mathLeast). */
const expandExtreme = (node: Expr, { function: name, args }: Call): Expr => {
  const [only] = args;
  if (only === undefined) {
    throw new Error(`math.${name}() requires at least one argument`);
  }
  const isList = only.exprKind.case === 'listExpr' && args.length === 1;
  return callInPlaceOf(node, {
    function: name === 'greatest' ? greatestFunction : leastFunction,
    args: isList ? args : [listOf(node, args)],
  });
};

/**
 * Expands the macros of cel-go's extensions that the library does not know.
 *
 * `has(a.b)` is made a call as well: the library says false for a key that holds null and for a
 * missing `a`, where cel-go says true and an error.
 */
export const expandMacros = (node: Expr): Expr => {
  const expanded = mapChildren(node, expandMacros);
  const { exprKind } = expanded;
  if (exprKind.case === 'selectExpr' && exprKind.value.testOnly && exprKind.value.operand) {
    const { operand, field } = exprKind.value;
    const name = parse(JSON.stringify(field)).expr;
    return callInPlaceOf(expanded, { function: hasFunction, args: [operand, name] });
  }
  const call = asCall(expanded);
  if (call?.function === 'sortBy' && call.target !== undefined) {
    return expandSortBy(expanded, call);
  }
  const isExtreme = call?.function === 'greatest' || call?.function === 'least';
  return call !== undefined && isExtreme && asIdentifier(call.target) === 'math'
    ? expandExtreme(expanded, call)
    : expanded;
};
