import type { parse } from '@bufbuild/cel';

/** A node of a parsed CEL expression (cel-spec cel/expr/syntax.proto Expr). */
export type Expr = NonNullable<ReturnType<typeof parse>['expr']>;

export type Call = Extract<Expr['exprKind'], { case: 'callExpr' }>['value'];

const optionalMap = (node: Expr | undefined, change: (node: Expr) => Expr): Expr | undefined =>
  node === undefined ? undefined : change(node);

/** The node with each of its direct children replaced by what `change` returns for it. */
export const mapChildren = (node: Expr, change: (child: Expr) => Expr): Expr => {
  const { exprKind } = node;
  switch (exprKind.case) {
    case 'selectExpr': {
      const value = { ...exprKind.value, operand: optionalMap(exprKind.value.operand, change) };
      return { ...node, exprKind: { case: 'selectExpr', value } };
    }
    case 'callExpr': {
      const { target, args } = exprKind.value;
      const value = {
        ...exprKind.value,
        target: optionalMap(target, change),
        args: args.map(change),
      };
      return { ...node, exprKind: { case: 'callExpr', value } };
    }
    case 'listExpr': {
      const value = { ...exprKind.value, elements: exprKind.value.elements.map(change) };
      return { ...node, exprKind: { case: 'listExpr', value } };
    }
    case 'structExpr': {
      const entries = exprKind.value.entries.map((entry) => ({
        ...entry,
        keyKind:
          entry.keyKind.case === 'mapKey'
            ? { ...entry.keyKind, value: change(entry.keyKind.value) }
            : entry.keyKind,
        value: optionalMap(entry.value, change),
      }));
      return { ...node, exprKind: { case: 'structExpr', value: { ...exprKind.value, entries } } };
    }
    case 'comprehensionExpr': {
      const fold = exprKind.value;
      const value = {
        ...fold,
        iterRange: optionalMap(fold.iterRange, change),
        accuInit: optionalMap(fold.accuInit, change),
        loopCondition: optionalMap(fold.loopCondition, change),
        loopStep: optionalMap(fold.loopStep, change),
        result: optionalMap(fold.result, change),
      };
      return { ...node, exprKind: { case: 'comprehensionExpr', value } };
    }
    case 'constExpr':
    case 'identExpr':
    case undefined:
      return node;
  }
};

/** The node as a call, or undefined for any other node. */
export const asCall = (node: Expr | undefined): Call | undefined =>
  node?.exprKind.case === 'callExpr' ? node.exprKind.value : undefined;

/** The name of an identifier, or undefined for any other node. */
export const asIdentifier = (node: Expr | undefined): string | undefined =>
  node?.exprKind.case === 'identExpr' ? node.exprKind.value.name : undefined;

/** A call in the place of another node: the id is kept, error messages point at it. */
export const callInPlaceOf = (
  { id }: Expr,
  call: { function: string; target?: Expr; args: Expr[] },
): Expr => ({
  $typeName: 'cel.expr.Expr',
  id,
  exprKind: { case: 'callExpr', value: { $typeName: 'cel.expr.Expr.Call', ...call } },
});
