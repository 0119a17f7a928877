import { canonicalHeaderName, type Headers } from '../header';
import { textAt } from './json-path';

/** A param of a TriggerBinding, or what it came to. */
export interface NamedValue {
  name: string;
  value: string;
}

/** What `$(...)` in a TriggerBinding can name (tektoncd/triggers pkg/template/event.go event). */
interface BoundEvent {
  body: unknown;
  header: Headers;
  extensions: Record<string, unknown>;
  /** The listener's own id of the event, not the CloudEvent's. */
  eventId: string;
}

/** The contents of every `$(...)`, up to the parenthesis that closes it (findTektonExpressions). */
const expressionsIn = (text: string): string[] =>
  text
    .split('$(')
    .slice(1)
    .flatMap((part) => {
      let open = 0;
      for (const [index, character] of [...part.split('')].entries()) {
        open += character === '(' ? 1 : 0;
        open -= character === ')' ? 1 : 0;
        if (open < 0) {
          return [part.slice(0, index)];
        }
      }
      return [];
    });

const canonicalPath = (expression: string): string => {
  const name = /^header\.(.*)$/s.exec(expression)?.[1];
  return name === undefined ? expression : `header.${canonicalHeaderName(name)}`;
};

/**
 * The values of a trigger's params for an event: the template's defaults, then the bindings'.
 *
 * Throws where a path is missing and the template has no default for that param; the trigger then
 * makes nothing (tektoncd/triggers pkg/template/event.go applyEventValuesToParams).
 */
export const resolveParams = (
  params: readonly NamedValue[],
  defaults: readonly { name: string; default?: string }[],
  event: BoundEvent,
): NamedValue[] => {
  const root = {
    body: event.body,
    header: Object.fromEntries(
      Object.entries(event.header).map(([name, values]) => [name, values.join(',')]),
    ),
    extensions: event.extensions,
    context: { eventID: event.eventId },
  };
  const values = new Map<string, string>();
  for (const { name, default: value } of defaults) {
    if (value !== undefined) {
      values.set(name, value);
    }
  }
  const valueAt = (param: NamedValue, expression: string): string => {
    try {
      return textAt(root, canonicalPath(expression));
    } catch (cause) {
      const fallback = values.get(param.name);
      if (fallback !== undefined) {
        return fallback;
      }
      const reason = cause instanceof Error ? cause.message : String(cause);
      const problem = `failed to replace JSONPath value for param ${param.name}: ${param.value}`;
      throw new Error(`${problem}: ${reason}`, { cause });
    }
  };
  for (const param of params) {
    const resolved = expressionsIn(param.value).reduce(
      (text, expression) => text.replaceAll(`$(${expression})`, () => valueAt(param, expression)),
      param.value,
    );
    values.set(param.name, resolved);
  }
  return [...values].map(([name, value]) => ({ name, value }));
};
