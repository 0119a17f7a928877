import { celString } from './cel';
import type { Push } from './push';
import type { Naming, RunPolicy } from './run-policy';
import { otherPolicy } from './run-policy';

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
 *
 * It also is what a push is called where each image runs once and its run has another name.
 */
export const runNameOf = (trigger: string, push: Pick<Push, 'digest' | 'created'>): string =>
  `${trigger}-${push.digest.slice(7, 15)}-${Date.parse(push.created) / 1000}`;

/**
 * The name of the run of an image, where each image runs once: whichever push of it comes second, its
 * create fails, as long as the run is there. Sixteen digits of the digest: nothing else tells two
 * images apart.
 */
export const imageRunNameOf = (trigger: string, { digest }: Pick<Push, 'digest'>): string =>
  `${trigger}-${digest.slice(7, 23)}`;

/** The name of the first run of a push under a policy. */
export const firstRunNameOf = (
  policy: RunPolicy,
  trigger: string,
  push: Pick<Push, 'digest' | 'created'>,
): string => (policy === 'each-image' ? imageRunNameOf(trigger, push) : runNameOf(trigger, push));

/** A push can be run again so many times: the name of a run has no room for a second digit. */
export const mostReruns = 9;

/** The name of a run of a push by its number: 0 is the first, the others are a user's. */
export const rerunNameOf = (firstRun: string, number: number): string =>
  number === 0 ? firstRun : `${firstRun}-r${number}`;

/** Which of the runs of its push a run is, by its name: 0 is the first. */
export const runNumberOf = (run: string): number => Number(/-r([1-9])$/.exec(run)?.[1] ?? 0);

/** The name of a first run, from that of any run of the same push or image. */
export const firstNameOf = (run: string): string => run.replace(/-r[1-9]$/, '');

const keyTime = `timestamp(extensions.key.split(' ')[0])`;

const keyImage = `extensions.key.split(' ')[1]`;

const policyCel = (policy: RunPolicy, trigger: string): string =>
  policy === 'each-image'
    ? `'${trigger}-' + ${keyImage}.substring(7, 23)`
    : `'${trigger}-' + ${keyImage}.substring(7, 15) + '-' + string(int(${keyTime}))`;

/** The same name as a CEL expression over the interceptor's `extensions.key`. */
export const runNameCel = (trigger: string, { policy, since }: Naming): string =>
  since === undefined
    ? policyCel(policy, trigger)
    : `${keyTime} < timestamp(${celString(since)}) ? ` +
      `${policyCel(otherPolicy(policy), trigger)} : ${policyCel(policy, trigger)}`;
