import { useEffect, useState } from 'react';
import { consoleFetch } from '@openshift-console/dynamic-plugin-sdk';
import { nameOf } from '../k8s/resource';
import type { ResourceKind } from '../k8s/resource';
import { useMay } from './use-access';
import { listPath } from './live/list-query';
import { isNamedObject } from './live/watch-frame';

/** Asks for names, labels and the like alone: of a Secret, nothing of what it holds is sent. */
const metadataOnly = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

const namesIn = (body: unknown): string[] => {
  const items: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'items') : undefined;
  return Array.isArray(items) ? items.filter(isNamedObject).map(nameOf).sort() : [];
};

const listNames = async (path: string, signal: AbortSignal): Promise<string[] | undefined> => {
  try {
    const response = await consoleFetch(path, { headers: { Accept: metadataOnly }, signal });
    return namesIn(await response.json());
  } catch {
    // Whoever may not list them can still know a name.
    return undefined;
  }
};

/**
 * The names of the objects of a kind, read once, to be offered where one of them is typed.
 * Undefined until they are known, and where the user may not list them.
 */
export const useNames = (
  kind: ResourceKind,
  namespace: string | undefined,
): readonly string[] | undefined => {
  const path = listPath({ kind, namespace }, { resourceVersion: '0' });
  // Asked first: the browser reports every refusal of a list as an error.
  const isAllowed = useMay({ kind, verb: 'list', namespace });
  const [answer, setAnswer] = useState<{ path: string; names: readonly string[] | undefined }>();
  useEffect(() => {
    if (isAllowed !== true) return undefined;
    const request = new AbortController();
    void listNames(path, request.signal).then((names) => {
      if (!request.signal.aborted) setAnswer({ path, names });
    });
    return () => request.abort();
  }, [path, isAllowed]);
  return answer?.path === path ? answer.names : undefined;
};
