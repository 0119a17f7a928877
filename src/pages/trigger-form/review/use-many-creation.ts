import { useCallback, useEffect, useState } from 'react';
import { currentUser } from '../../../cluster/current-user';
import { consoleVerbs } from '../../../cluster/verbs';
import { pluginVersion } from '../../../cluster/version';
import { createMany, rehearseMany } from '../../../domain/apply/create-many';
import type { CreateProgress, Rehearsed } from '../../../domain/apply/create-many';
import type { CompleteDraft } from '../../../domain/draft';

/** One of the triggers that are about to be created. */
export interface CreationItem {
  readonly draft: CompleteDraft;
  /** Undefined while it is being checked. */
  readonly rehearsed: Rehearsed | undefined;
  /** Undefined until its turn has come. */
  readonly progress: CreateProgress | undefined;
}

type Outcomes = ReadonlyMap<CompleteDraft, Rehearsed>;

/** Triggers that are about to be created. */
export interface ManyCreation {
  readonly phase: 'checking' | 'checked' | 'running' | 'over';
  /** Of the check; empty until it is over. */
  readonly outcomes: Outcomes;
  readonly items: readonly CreationItem[];
  readonly check: () => void;
  /** Creates some of them; resolves when they have been tried. */
  readonly create: (drafts: readonly CompleteDraft[]) => Promise<void>;
}

const itemOf = (draft: CompleteDraft): CreationItem => ({
  draft,
  rehearsed: undefined,
  progress: undefined,
});

/**
 * Rehearses the creation of drafts as soon as they are reviewed, again when asked to, and creates
 * them. They must stay the same while they are reviewed. Who leaves the review begins no more.
 * @param onAllCreated called once nothing is left to be created
 */
export const useManyCreation = (
  drafts: readonly CompleteDraft[],
  onAllCreated: () => void,
): ManyCreation => {
  const [phase, setPhase] = useState<ManyCreation['phase']>('checking');
  const [outcomes, setOutcomes] = useState<Outcomes>(() => new Map());
  const [items, setItems] = useState(() => drafts.map(itemOf));
  const [attempt, setAttempt] = useState(0);
  const [session] = useState(() => new AbortController());
  useEffect(() => () => session.abort(), [session]);
  useEffect(() => {
    let current = true;
    void rehearseMany(drafts, consoleVerbs, { version: pluginVersion }).then((found) => {
      if (!current) return;
      setOutcomes(found);
      setItems(drafts.map((draft) => ({ ...itemOf(draft), rehearsed: found.get(draft) })));
      setPhase('checked');
    });
    return () => {
      current = false;
    };
  }, [drafts, attempt]);
  const check = useCallback(() => {
    setPhase('checking');
    setAttempt((before) => before + 1);
  }, []);
  const create = useCallback(
    async (some: readonly CompleteDraft[]): Promise<void> => {
      setPhase('running');
      const by = await currentUser();
      await createMany(
        some,
        { version: pluginVersion, by },
        {
          verbs: consoleVerbs,
          isLeft: () => session.signal.aborted,
          // The rows of the others stay the same, and are not drawn again.
          report: (draft, progress) =>
            setItems((all) => all.map((one) => (one.draft === draft ? { ...one, progress } : one))),
        },
      );
      setPhase('over');
    },
    [session],
  );
  const isDone = items.every(({ progress }) => progress?.state === 'created');
  useEffect(() => {
    if (isDone) onAllCreated();
  }, [isDone, onAllCreated]);
  return { phase, outcomes, items, check, create };
};
