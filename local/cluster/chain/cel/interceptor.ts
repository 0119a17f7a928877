import { isRecord } from '../../object';
import type { Headers } from '../header';
import type { CelVariables } from './expression';
import { evaluate } from './expression';
import { celMapOf } from './input';
import { overlayJson } from './json-value';

/** What an interceptor gets (tektoncd/triggers pkg/apis/triggers/v1beta1 InterceptorRequest). */
export interface InterceptorRequest {
  /** The parsed JSON of the event; undefined for an event without a body. */
  body: unknown;
  header: Headers;
  requestURL: string;
  /** What interceptors before this one added. */
  extensions: Record<string, unknown>;
  params: { name: string; value: unknown }[];
}

/** Why an interceptor ends a trigger: a code of google.rpc and what it says. */
interface InterceptorStatus {
  code: number;
  message: string;
}

export type InterceptorResponse =
  | { continue: true; extensions: Record<string, unknown> }
  | { continue: false; status: InterceptorStatus };

/** Codes of google.rpc (google.golang.org/grpc/codes). */
const codes = { invalidArgument: 3, failedPrecondition: 9 } as const;

interface Overlay {
  key: string;
  expression: string;
}

const rejected = (code: keyof typeof codes, message: string): InterceptorResponse => ({
  continue: false,
  status: { code: codes[code], message },
});

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const isOverlay = (value: unknown): value is Overlay =>
  isRecord(value) && typeof value.key === 'string' && typeof value.expression === 'string';

const parseParams = (
  params: InterceptorRequest['params'],
): { filter: string; overlays: Overlay[] } | undefined => {
  const values = new Map(params.map(({ name, value }) => [name, value]));
  const filter = values.get('filter') ?? '';
  const overlays = values.get('overlays') ?? [];
  return typeof filter === 'string' && Array.isArray(overlays) && overlays.every(isOverlay)
    ? { filter, overlays }
    : undefined;
};

/** The object with a value at a path whose steps are parted by dots (tidwall/sjson SetRawBytes). */
const withValueAt = (
  object: Record<string, unknown>,
  [step = '', ...rest]: readonly string[],
  value: unknown,
): Record<string, unknown> => {
  const child = object[step];
  const below = isRecord(child) ? child : {};
  return { ...object, [step]: rest.length === 0 ? value : withValueAt(below, rest, value) };
};

/**
 * The CEL interceptor (tektoncd/triggers pkg/interceptors/cel/cel.go Process): the filter first, then
 * the overlays. Overlays of one interceptor do not see each other; later interceptors see them all.
 */
export const interceptWithCel = (request: InterceptorRequest): InterceptorResponse => {
  const params = parseParams(request.params);
  if (params === undefined) {
    return rejected('invalidArgument', 'failed to parse interceptor params');
  }
  if (request.body !== undefined && !isRecord(request.body)) {
    const problem = 'failed to parse the body as JSON';
    return rejected('invalidArgument', `error making the evaluation context: ${problem}`);
  }
  const variables: CelVariables = {
    body: celMapOf(request.body ?? {}),
    header: celMapOf(request.header),
    requestURL: request.requestURL,
    extensions: celMapOf(request.extensions),
  };
  try {
    if (params.filter !== '' && evaluate(params.filter, variables) !== true) {
      const problem = `expression ${params.filter} did not return true`;
      return rejected('failedPrecondition', problem);
    }
    const extensions = params.overlays.reduce<Record<string, unknown>>(
      (added, { key, expression }) =>
        withValueAt(added, key.split('.'), overlayJson(evaluate(expression, variables))),
      {},
    );
    return { continue: true, extensions };
  } catch (error) {
    return rejected('invalidArgument', `error evaluating cel expression: ${messageOf(error)}`);
  }
};
