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

/** The same name as a CEL expression over the interceptor's `extensions.key`. */
export const runNameCel = (trigger: string): string =>
  `'${trigger}-' + extensions.key.split(' ')[1].substring(7, 15) + '-' + ` +
  `string(int(timestamp(extensions.key.split(' ')[0])))`;
