import { fieldsOf } from './fields';

/** A way to look at the history, by a name that its user gave. */
export interface SavedView {
  /** Trimmed, unique, `mostNameLength` characters at most. */
  readonly name: string;
  /** The query string of the page, without `?`: what is filtered for, and how it is shown. */
  readonly query: string;
}

/** What a user has saved. */
export interface SavedViews {
  /** In the order in which they were saved. */
  readonly views: readonly SavedView[];
  /** The id of the view with which the history opens; absent for all pushes. */
  readonly defaultId?: string;
}

/** As long as the name of a label's value, so that a name fits a menu. */
export const mostNameLength = 63;

/** The version of what is stored. A page leaves alone what a newer one has written. */
const version = 1;

export type StoredViews =
  | { readonly state: 'read'; readonly saved: SavedViews }
  /** Somebody, or something else, wrote over it. */
  | { readonly state: 'broken' }
  /** Written by a newer version of this plugin. */
  | { readonly state: 'newer' };

/** The id of a view of the user's own; it fits no view that is built in. */
export const ownViewId = (name: string): string => `own:${name}`;

const parseView = (value: unknown): SavedView | undefined => {
  const { name, query } = fieldsOf(value);
  return typeof name === 'string' && typeof query === 'string' ? { name, query } : undefined;
};

/** Reads what `storedOf` has made; nothing at all is a user who has saved nothing yet. */
export const parseStoredViews = (stored: unknown): StoredViews => {
  if (stored === undefined || stored === null) return { state: 'read', saved: { views: [] } };
  const fields = fieldsOf(stored);
  if (typeof fields.version === 'number' && fields.version > version) return { state: 'newer' };
  if (fields.version !== version || !Array.isArray(fields.views)) return { state: 'broken' };
  const views = fields.views.map(parseView).filter((view) => view !== undefined);
  // To leave out what makes no sense would delete it with the next change.
  if (views.length < fields.views.length) return { state: 'broken' };
  const { defaultId } = fields;
  return {
    state: 'read',
    saved: { views, ...(typeof defaultId === 'string' ? { defaultId } : {}) },
  };
};

/** What is stored, as JSON can hold it. */
export const storedOf = (saved: SavedViews): SavedViews & { readonly version: number } => ({
  version,
  ...saved,
});

/** Letters of either case are the same. */
const areSameName = (a: string, b: string): boolean =>
  a.trim().toLowerCase() === b.trim().toLowerCase();

/** The view of a name, if there is one. */
export const viewOfName = <V extends Pick<SavedView, 'name'>>(
  views: readonly V[],
  name: string,
): V | undefined => views.find((view) => areSameName(view.name, name));

export type NameProblem = 'empty' | 'long' | 'taken';

/**
 * What is wrong with the name of a view.
 * @param taken the names that it must not have; letters of either case are the same
 */
export const nameProblem = (name: string, taken: readonly string[]): NameProblem | undefined => {
  const trimmed = name.trim();
  if (trimmed === '') return 'empty';
  if (trimmed.length > mostNameLength) return 'long';
  return taken.some((other) => areSameName(other, trimmed)) ? 'taken' : undefined;
};

/** With one more view; in the place, and by the name, of the one that has its name already. */
export const withView = (saved: SavedViews, { name, query }: SavedView): SavedViews => {
  const replaced = viewOfName(saved.views, name);
  const views = replaced
    ? saved.views.map((view) => (view === replaced ? { ...view, query } : view))
    : [...saved.views, { name: name.trim(), query }];
  return { ...saved, views };
};

/** With another view to open with; `undefined` for all pushes. */
export const withDefault = ({ views }: SavedViews, defaultId: string | undefined): SavedViews =>
  defaultId === undefined ? { views } : { views, defaultId };

/** With another name for a view, which stays the default if it is. */
export const withName = (saved: SavedViews, from: string, to: string): SavedViews => {
  const name = to.trim();
  const views = saved.views.map((view) => (view.name === from ? { ...view, name } : view));
  const isDefault = saved.defaultId === ownViewId(from);
  return isDefault ? withDefault({ views }, ownViewId(name)) : { ...saved, views };
};

/** Without a view; where it was the default, all pushes are. */
export const withoutView = (saved: SavedViews, name: string): SavedViews => {
  const views = saved.views.filter((view) => view.name !== name);
  return saved.defaultId === ownViewId(name) ? { views } : { ...saved, views };
};
