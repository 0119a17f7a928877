import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useSavedViews } from '../../cluster/use-saved-views';
import type { OwnViews } from '../../cluster/use-saved-views';
import { ownViewId } from '../../domain/saved-views';
import type { SavedViews } from '../../domain/saved-views';
import { useT } from '../../i18n/use-t';
import { allPushesId, builtInViews, viewQueryOf } from './views';
import type { View } from './views';

export interface Views extends Pick<OwnViews, 'isRefused' | 'stored'> {
  readonly builtIn: readonly View[];
  readonly own: readonly View[];
  /** The view that the page shows; undefined where it shows something else. */
  readonly current: View | undefined;
  /** With which the history opens. */
  readonly defaultId: string;
  /** What a view of the page as it is would keep. */
  readonly query: string;
  readonly open: (view: View) => void;
  /** What is saved, to be changed; undefined while it is not known, and where it must be left alone. */
  readonly saved: SavedViews | undefined;
  readonly save: (saved: SavedViews) => void;
}

const nothing: SavedViews = { views: [] };

/** The views of the history. The default one opens with each project, unless the URL says more. */
export const useViews = (namespace: string | undefined): Views => {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const { isLoaded, stored, save, isRefused } = useSavedViews();
  const saved = stored.state === 'read' ? stored.saved : nothing;
  const { views, defaultId = allPushesId } = saved;
  const builtIn = builtInViews(t);
  const own = views.map(({ name, query }): View => ({
    id: ownViewId(name),
    name,
    query: viewQueryOf(query),
  }));
  const all = [...builtIn, ...own];
  const query = viewQueryOf(params.toString());
  const isPlain = params.size === 0;
  const standard = all.find(({ id }) => id === defaultId)?.query ?? '';
  const openedIn = useRef<string>(undefined);
  useEffect(() => {
    const place = namespace ?? 'all projects';
    if (!isLoaded || openedIn.current === place) return;
    openedIn.current = place;
    if (isPlain && standard !== '') setParams(standard, { replace: true });
  }, [isLoaded, namespace, isPlain, standard, setParams]);
  return {
    builtIn,
    own,
    current: all.find((view) => view.query === query),
    defaultId,
    query,
    // An empty URL would be the default view.
    open: (view) => setParams(view.query === '' ? { view: 'all' } : view.query),
    stored,
    saved: !isLoaded || stored.state === 'newer' ? undefined : saved,
    save,
    isRefused,
  };
};
