import type { Push } from './push';

/** PipelineRun names are limited to 63 characters (tektoncd/pipeline, validate.ObjectMetadata). */
const mostNameCharacters = 63;
/** `-`, eight characters of the digest, `-`, ten digits of seconds, and room for `-r9` on re-runs. */
const suffixCharacters = 23;

/** The longest name of an image trigger whose runs still have legal names. */
export const mostTriggerNameCharacters = mostNameCharacters - suffixCharacters;

/**
 * The fixed name of the run of a push: a second create fails with AlreadyExists, so neither a
 * repeated event nor a replay can run a push twice. The image alone would not do: a rollback must
 * run again. The time alone would not do: two images can come in the same second.
 */
export const runNameOf = (trigger: string, push: Pick<Push, 'digest' | 'created'>): string =>
  `${trigger}-${push.digest.slice(7, 15)}-${Date.parse(push.created) / 1000}`;

/** A push can be run again so many times: the name of a run has no room for a second digit. */
export const mostReruns = 9;

/** The name of a run of a push by its number: 0 is the first, the others are a user's. */
export const rerunNameOf = (firstRun: string, number: number): string =>
  number === 0 ? firstRun : `${firstRun}-r${number}`;

/** Which of the runs of its push a run is, by its name: 0 is the first. */
export const runNumberOf = (run: string): number => Number(/-r([1-9])$/.exec(run)?.[1] ?? 0);

/** The name of the first run of a push, from that of any of its runs. */
export const pushNameOf = (run: string): string => run.replace(/-r[1-9]$/, '');

/** The same name as a CEL expression over the interceptor's `extensions.key`. */
export const runNameCel = (trigger: string): string =>
  `'${trigger}-' + extensions.key.split(' ')[1].substring(7, 15) + '-' + ` +
  `string(int(timestamp(extensions.key.split(' ')[0])))`;
