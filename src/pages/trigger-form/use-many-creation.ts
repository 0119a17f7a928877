import { useCallback, useEffect, useMemo, useState } from 'react';
import { currentUser } from '../../cluster/current-user';
import { consoleVerbs } from '../../cluster/verbs';
import { pluginVersion } from '../../cluster/version';
import { createMany, rehearseMany } from '../../domain/apply/create-many';
import type { CreateProgress, Rehearsed } from '../../domain/apply/create-many';
import type { ApplyReport } from '../../domain/apply/transaction';
import type { CompleteDraft } from '../../domain/draft';

/** One of the triggers that are about to be created. */
export interface CreationItem {
  readonly draft: CompleteDraft;
  /** Undefined while it is being checked. */
  readonly rehearsed: Rehearsed | undefined;
  /** Undefined until its turn has come. */
  readonly progress: CreateProgress | undefined;
  /** How far each of its objects is. */
  readonly report: ApplyReport | undefined;
}

/** Triggers that are about to be created. */
export interface ManyCreation {
  readonly phase: 'checking' | 'checked' | 'running' | 'over';
  readonly items: readonly CreationItem[];
  readonly check: () => void;
  /** Creates some of them; resolves when they have been tried. */
  readonly create: (drafts: readonly CompleteDraft[]) => Promise<void>;
}

const withEntry = <V>(
  map: ReadonlyMap<CompleteDraft, V>,
  draft: CompleteDraft,
  value: V,
): ReadonlyMap<CompleteDraft, V> => new Map(map).set(draft, value);

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
  const [rehearsed, setRehearsed] = useState<ReadonlyMap<CompleteDraft, Rehearsed>>(new Map());
  const [progress, setProgress] = useState<ReadonlyMap<CompleteDraft, CreateProgress>>(new Map());
  const [reports, setReports] = useState<ReadonlyMap<CompleteDraft, ApplyReport>>(new Map());
  const [attempt, setAttempt] = useState(0);
  const [session] = useState(() => new AbortController());
  useEffect(() => () => session.abort(), [session]);
  useEffect(() => {
    let current = true;
    void rehearseMany(drafts, consoleVerbs, { version: pluginVersion }).then((outcomes) => {
      if (!current) return;
      setRehearsed(outcomes);
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
      const created = new Set(drafts.filter((draft) => progress.get(draft)?.state === 'created'));
      await createMany(
        some,
        { version: pluginVersion, by },
        {
          verbs: consoleVerbs,
          isLeft: () => session.signal.aborted,
          report: (draft, next) => {
            if (next.state === 'created') created.add(draft);
            setProgress((before) => withEntry(before, draft, next));
          },
          onObjects: (draft, report) => setReports((before) => withEntry(before, draft, report)),
        },
      );
      setPhase('over');
      if (created.size === drafts.length) onAllCreated();
    },
    [drafts, progress, session, onAllCreated],
  );
  const items = useMemo(
    () =>
      drafts.map((draft): CreationItem => ({
        draft,
        rehearsed: rehearsed.get(draft),
        progress: progress.get(draft),
        report: reports.get(draft) ?? rehearsed.get(draft)?.report,
      })),
    [drafts, rehearsed, progress, reports],
  );
  return { phase, items, check, create };
};
