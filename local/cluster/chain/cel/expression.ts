import type { CelInput, CelResult, CelValue } from '@bufbuild/cel';
import { CelScalar, celEnv, isCelError, mapType, parse, plan } from '@bufbuild/cel';
import { listFunctions } from './list-functions';
import { expandMacros } from './macros';
import { mathFunctions } from './math-functions';
import { checkNames } from './names';
import { stringFunctions } from './string-functions';
import { triggersFunctions } from './triggers-functions';

/** What an expression of the interceptor can name (pkg/interceptors/cel/cel.go makeCelEnv). */
export interface CelVariables {
  body: Map<string, CelInput>;
  /** Canonical names, each with the list of its values. */
  header: Map<string, CelInput>;
  requestURL: string;
  extensions: Map<string, CelInput>;
}

const { DYN, STRING } = CelScalar;
const MAP = mapType(STRING, DYN);

const env = celEnv({
  variables: { body: MAP, header: MAP, requestURL: STRING, extensions: MAP },
  funcs: [...stringFunctions, ...listFunctions, ...mathFunctions, ...triggersFunctions],
});

const declared = {
  functions: new Set([...env.funcs].map(({ name }) => name)),
  variables: new Set([...env.variables].map(([name]) => name)),
};

type Program = (variables: CelVariables) => CelResult;

const compile = (expression: string): Program => {
  const expanded = expandMacros(parse(expression).expr);
  checkNames(expanded, declared);
  const program = plan(env, expanded);
  return (variables) => program({ ...variables });
};

// An event runs the same few expressions of every Trigger again: parsing them is most of the cost.
const programs = new Map<string, Program>();

const programOf = (expression: string): Program => {
  const known = programs.get(expression);
  if (known !== undefined) {
    return known;
  }
  const program = compile(expression);
  programs.set(expression, program);
  return program;
};

/**
 * The value of an expression of the CEL interceptor.
 *
 * Throws for an expression that does not parse, names something unknown or fails when it runs. Types
 * are not checked before the run as cel-go does: a mismatch shows when it is reached.
 */
export const evaluate = (expression: string, variables: CelVariables): CelValue => {
  const result = programOf(expression)(variables);
  if (isCelError(result)) {
    throw result;
  }
  return result;
};
