/** What decides whether a column is shown. */
interface Choosable {
  readonly id: string;
  /** Not shown until it is asked for. */
  readonly isExtra?: boolean;
}

const isDefault = ({ isExtra = false }: Choosable): boolean => !isExtra;

/**
 * The columns that a text names by their ids with commas in between, in the order of the table, and
 * the first one of all, which says what a row is. Those that are shown by default where it names none.
 */
export const columnsNamed = <Column extends Choosable>(
  text: string,
  all: readonly Column[],
): readonly Column[] => {
  const ids = new Set(text.split(','));
  return all.some(({ id }) => ids.has(id))
    ? all.filter(({ id }, index) => index === 0 || ids.has(id))
    : all.filter(isDefault);
};

/** The text that names columns; empty for those that are shown by default. */
export const columnsText = (ids: ReadonlySet<string>, all: readonly Choosable[]): string => {
  const isChosen = ({ id }: Choosable, index: number): boolean => index === 0 || ids.has(id);
  return all.every((column, index) => isChosen(column, index) === isDefault(column))
    ? ''
    : all
        .filter(isChosen)
        .map(({ id }) => id)
        .join(',');
};
