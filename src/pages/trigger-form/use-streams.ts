import { parseStreamRef } from '../../domain/push';
import { useMemo } from 'react';
import { useLedger } from '../../cluster/use-ledger';
import type { Ledger } from '../../cluster/use-ledger';
import type { UnreadableProject } from '../../domain/attention';
import { loading } from '../../domain/watched';
import type { Watched } from '../../domain/watched';
import type { ImageStream } from '../../k8s/image-stream';
import { allProjects } from './form-state';
import type { FormState } from './form-state';

/** Whoever sees more projects, and may not list all ImageStreams at once, chooses a project first. */
const mostProjects = 50;

const none: readonly string[] = [];

/** What the form offers, and the projects of which it cannot tell. */
export interface OfferedStreams {
  readonly streams: Watched<readonly ImageStream[]>;
  readonly unreadable: readonly UnreadableProject[];
}

const streamsOf = (
  ledger: Ledger | undefined,
  projects: readonly string[] | undefined,
): Watched<readonly ImageStream[]> => {
  if (!ledger) return loading;
  const { streams, unreadable, stale, isOfAll } = ledger;
  const [first] = unreadable;
  if (first && streams.length === 0) return { state: 'failed', problem: first.problem };
  // Nothing was asked for: neither all at once, nor those of any project.
  if (projects?.length === 0 && !isOfAll)
    return {
      state: 'failed',
      problem: { code: 'forbidden', message: 'imagestreams cannot be listed at the cluster scope' },
    };
  return { state: 'loaded', data: streams, stale };
};

/** The projects whose ImageStreams are asked for; undefined while they are not known. */
const projectsOf = (
  { streamNamespace, many }: Pick<FormState, 'streamNamespace' | 'many'>,
  projects: Watched<readonly string[]>,
): readonly string[] | undefined => {
  if (streamNamespace !== allProjects) return [streamNamespace];
  if (many?.among) {
    const refs = many.among.map(parseStreamRef);
    return [...new Set(refs.flatMap((ref) => ref?.namespace ?? []))].sort();
  }
  if (projects.state === 'loading') return undefined;
  const known = projects.state === 'loaded' ? projects.data : none;
  return known.length > mostProjects ? none : known;
};

/** The ImageStreams of the project that is chosen in the form, or of all that the user may see. */
export const useStreams = (
  state: Pick<FormState, 'streamNamespace' | 'many'>,
  projects: Watched<readonly string[]>,
): OfferedStreams => {
  const asked = projectsOf(state, projects);
  const key = asked?.join(' ');
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says everything about the projects
  const namespaces = useMemo(() => asked, [key]);
  const { streamNamespace } = state;
  const ledger = useLedger(
    namespaces,
    streamNamespace === allProjects ? undefined : streamNamespace,
  );
  return useMemo(
    () => ({
      streams: streamsOf(ledger, namespaces),
      unreadable: ledger?.unreadable ?? [],
    }),
    [ledger, namespaces],
  );
};
