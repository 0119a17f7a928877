import { legalPart, namesOfLanes } from './draft';
import { streamKey } from './push';
import type { StreamRef } from './push';
import { mostTriggerNameCharacters } from './run-name';
import { textHash } from './text-hash';

/** What the names of many triggers have before and behind what is made of their ImageStreams. */
export interface Affixes {
  readonly prefix: string;
  readonly suffix: string;
}

export interface AffixProblem {
  readonly code: 'affix-illegal' | 'affix-too-long';
  readonly part: keyof Affixes;
  /** So many characters both have at most. */
  readonly most: number;
}

const hashCharacters = 8;
/** Of the ImageStream's name, before the hash. */
const leastOfStream = 4;

/** Of both together: each name has room for a hash and a piece of the ImageStream's name. */
const mostAffixCharacters = mostTriggerNameCharacters - hashCharacters - 1 - leastOfStream;

/** Of the Pipeline's name, where nobody has chosen a suffix. */
const mostOfPipeline = 20;

/** The suffix that is proposed: what the trigger runs. */
export const suffixFor = (pipeline: string): string => {
  const part = legalPart(pipeline).slice(0, mostOfPipeline).replace(/-+$/, '');
  return part === '' ? '' : `-${part}`;
};

/** A name begins and ends with a letter or a digit. */
const legal: Record<keyof Affixes, RegExp> = {
  prefix: /^(?:[a-z0-9][-a-z0-9]*)?$/,
  suffix: /^(?:[-a-z0-9]*[a-z0-9])?$/,
};

export const affixProblems = (affixes: Affixes): AffixProblem[] => {
  const parts = ['prefix', 'suffix'] as const;
  const illegal = parts.filter((part) => !legal[part].test(affixes[part]));
  const most = mostAffixCharacters;
  if (illegal.length > 0) return illegal.map((part) => ({ code: 'affix-illegal', part, most }));
  const [longer] = affixes.prefix.length > affixes.suffix.length ? parts : [parts[1]];
  return affixes.prefix.length + affixes.suffix.length > most
    ? [{ code: 'affix-too-long', part: longer, most }]
    : [];
};

/** What can stand for an ImageStream in a name, the best first, without end. */
function* standIns(
  ref: StreamRef,
  { isTwice, room }: { readonly isTwice: boolean; readonly room: number },
): Generator<string, never> {
  const name = legalPart(ref.name).replace(/-+$/, '');
  if (!isTwice) yield name;
  yield `${ref.namespace}-${name}`;
  const begin = name.slice(0, room - hashCharacters - 1).replace(/-+$/, '');
  for (let number = 1; ; number += 1) yield `${begin}-${textHash(`${streamKey(ref)} ${number}`)}`;
}

/**
 * The names of triggers, one for each ImageStream, by the keys of those: legal, and free among those
 * taken and among each other. An ImageStream whose name another one has, too, is named with its
 * project; where a name would be too long or is taken, a hash of both stands in it. The affixes must
 * have no problem.
 */
export const triggerNames = (
  refs: readonly StreamRef[],
  { prefix, suffix }: Affixes,
  taken: ReadonlySet<string>,
): ReadonlyMap<string, string> => {
  const room = mostTriggerNameCharacters - prefix.length - suffix.length;
  const counts = new Map<string, number>();
  for (const { name } of refs) counts.set(name, (counts.get(name) ?? 0) + 1);
  const used = new Set(taken);
  const names = new Map<string, string>();
  for (const ref of refs) {
    for (const standIn of standIns(ref, { isTwice: (counts.get(ref.name) ?? 0) > 1, room })) {
      const name = `${prefix}${standIn}${suffix}`;
      const lanes = namesOfLanes(name);
      if (standIn.length > room || lanes.some((lane) => used.has(lane))) continue;
      for (const lane of lanes) used.add(lane);
      names.set(streamKey(ref), name);
      break;
    }
  }
  return names;
};
