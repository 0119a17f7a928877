import type { NamedTagEventList } from '../../k8s/image-stream';

/** Why an expression cannot be a rule. */
export type CelProblem =
  | { readonly code: 'cel-empty' }
  /** Nobody has checked it yet: what checks it is not loaded. */
  | { readonly code: 'cel-unchecked' }
  | { readonly code: 'cel-syntax'; readonly message: string }
  | { readonly code: 'cel-unknown-name'; readonly name: string }
  | { readonly code: 'cel-unknown-field'; readonly field: string }
  | { readonly code: 'cel-unknown-function'; readonly name: string }
  /** An operator or a function gets what it cannot take; `use` is how it is called. */
  | { readonly code: 'cel-types'; readonly use: string }
  | { readonly code: 'cel-not-bool'; readonly type: string };

/** What an expression says of a tag; `failed` where it ends in an error. */
export type CelVerdict = boolean | { readonly failed: string };

type Judge = (entry: Partial<NamedTagEventList>, stream?: object) => CelVerdict;

/** An expression that the listener takes. */
export interface UsableCel {
  /** The fields that it asks for beside the tag: nothing on record tells what they were at a push. */
  readonly fields: readonly string[];
  /** The functions that it calls and that only the listener has. */
  readonly functions: readonly string[];
  /**
   * The verdict on an entry of `status.tags` of an ImageStream as it is now; on `{ tag }` alone, of
   * an expression without other fields. Undefined where only the listener can tell: of `functions`,
   * and of what an event has beside the ImageStream.
   */
  readonly judge: Judge | undefined;
}

export type CheckedCel = { readonly problem: CelProblem } | UsableCel;

/** Checks an expression on the variable `t`, an entry of `status.tags`, and on the event. */
export type CheckCel = (expression: string) => CheckedCel;

/**
 * The library of CEL is as large as half a page of the plugin, and few triggers need it: it is loaded
 * by the page that meets such a trigger, and put here once and for all.
 */
const engine: { check?: CheckCel } = {};

/** Whether expressions can be checked. */
export const isCelReady = (): boolean => engine.check !== undefined;

export const provideCel = (check: CheckCel): void => {
  engine.check = check;
};

/** The expression as it was checked; with the problem `cel-unchecked` as long as nothing can check it. */
export const checkedCel = (expression: string): CheckedCel => {
  if (expression.trim() === '') return { problem: { code: 'cel-empty' } };
  return engine.check?.(expression) ?? { problem: { code: 'cel-unchecked' } };
};
