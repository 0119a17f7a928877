import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Archive } from '../../domain/archive';
import type { Run } from '../../domain/run';
import { useArchives } from './use-archives';

const nobody: readonly string[] = [];

interface ArchiveRequest {
  /** Namespaces, or `everywhere`; the same array as long as nothing changes. Undefined asks nothing. */
  readonly parents: readonly string[] | undefined;
  /** In milliseconds since 1970: runs that were made before are not asked for. */
  readonly since: number;
  /** The runs that the cluster has; undefined as long as they are not known. */
  readonly present: readonly Run[] | undefined;
}

const hasLost = (before: readonly Run[], after: readonly Run[]): boolean => {
  const uids = new Set(after.map(({ uid }) => uid));
  return before.some(({ uid }) => !uids.has(uid));
};

/** What Tekton Results has, as far as it has been read: it is asked again when runs leave the cluster. */
export const useArchive = ({ parents = nobody, since, present }: ArchiveRequest): Archive => {
  const archives = useArchives();
  const version = useSyncExternalStore(archives.subscribe, archives.version);
  useEffect(() => archives.want(parents, since), [archives, parents, since]);
  const before = useRef(present);
  useEffect(() => {
    const known = before.current;
    before.current = present;
    // Runs change all the time: where nothing is kept of those that go, nobody looks for them.
    const isThere = archives.of(parents).state.state !== 'absent';
    if (present && known && isThere && hasLost(known, present)) archives.again(parents);
  }, [archives, parents, present]);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the version says when it is another one
  return useMemo(() => archives.of(parents), [archives, parents, version]);
};
