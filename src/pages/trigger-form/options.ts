import type { TypeaheadOption } from '../../components/Typeahead';
import type { Watched } from '../../domain/watched';

/** What a field offers of what is watched, by name; undefined while it is loading. */
export const optionsOf = <T>(
  watched: Watched<readonly T[]>,
  optionOf: (item: T) => TypeaheadOption,
): TypeaheadOption[] | undefined => {
  if (watched.state === 'loading') return undefined;
  const all = watched.state === 'loaded' ? watched.data : [];
  return all.map(optionOf).sort((a, b) => a.value.localeCompare(b.value));
};
