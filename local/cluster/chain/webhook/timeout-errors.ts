import { isRecord } from '../../object';
import { invalidField, type WebhookFieldError } from './field-errors';

const secondsOf: Readonly<Record<string, number>> = {
  h: 3600,
  m: 60,
  s: 1,
  ms: 1e-3,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  ns: 1e-9,
};

const duration = /^([-+]?)(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|h|m|s))+)$/;

/** Seconds (Go's time.ParseDuration); undefined where it is no duration. */
const parseDuration = (text: string): number | undefined => {
  const sign = duration.exec(text)?.[1];
  if (sign === undefined) {
    return undefined;
  }
  const parts = [...text.matchAll(/([.\d]+)([a-zµμ]+)/g)];
  const sum = parts.reduce(
    (total, [, number, unit = '']) => total + Number(number) * (secondsOf[unit] ?? 0),
    0,
  );
  return sign === '-' ? -sum : sum;
};

type Field = 'pipeline' | 'tasks' | 'finally';

const fields: readonly Field[] = ['tasks', 'finally', 'pipeline'];

const textOf = (timeouts: unknown, field: Field): string | undefined => {
  const text = isRecord(timeouts) ? timeouts[field] : undefined;
  return typeof text === 'string' ? text : undefined;
};

const secondsIn = (timeouts: unknown, field: Field): number | undefined =>
  parseDuration(textOf(timeouts, field) ?? '');

/** What Go's decoder says of the first timeout that is no duration. */
export const timeoutDecodingProblem = (timeouts: unknown): string | undefined =>
  fields
    .map((field) => textOf(timeouts, field))
    .filter((text) => text !== undefined && parseDuration(text) === undefined)
    .map((text) => `time: invalid duration "${text ?? ''}"`)[0];

/** As Go prints one: `1h30m` is `1h30m0s`. */
const printed = (seconds: number): string => {
  if (seconds < 0) {
    return `-${printed(-seconds)}`;
  }
  if (seconds < 60) {
    return `${seconds}s`;
  }
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours === 0 ? '' : `${hours}h`}${minutes}m${seconds % 60}s`;
};

/** What is wrong with the timeouts of a run (pipelinerun_validation.go, validatePipelineTimeout). */
export const timeoutErrors = (timeouts: unknown): WebhookFieldError[] => {
  const [tasks, last, whole] = fields.map((field) => secondsIn(timeouts, field));
  const negative = fields.flatMap((field) => {
    const seconds = secondsIn(timeouts, field);
    return seconds !== undefined && seconds < 0
      ? [invalidField(`${printed(seconds)} should be >= 0`, `spec.timeouts.${field}`)]
      : [];
  });
  if (whole === undefined) {
    return negative;
  }
  const limit = 'should be <= pipeline duration';
  const parts = (['tasks', 'finally'] as const).flatMap((field) => {
    const seconds = secondsIn(timeouts, field);
    const isOver = seconds !== undefined && whole !== 0 && (seconds > whole || seconds === 0);
    const text = `${printed(seconds ?? 0)}${seconds === 0 ? ' (no timeout)' : ''}`;
    return isOver ? [invalidField(`${text} ${limit}`, `spec.timeouts.${field}`)] : [];
  });
  const sum =
    tasks !== undefined && last !== undefined && tasks + last > whole
      ? [
          invalidField(
            `${printed(tasks)} + ${printed(last)} ${limit}`,
            'spec.timeouts.tasks, spec.timeouts.finally',
          ),
        ]
      : [];
  return [...negative, ...parts, ...sum];
};
