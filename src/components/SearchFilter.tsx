import { SearchInput, ToolbarItem } from '@patternfly/react-core';
import { useQuery } from './use-query';

/** A text that filters the rows, kept in the URL. */
export const SearchFilter = ({
  name,
  label,
}: {
  readonly name: string;
  readonly label: string;
}) => {
  const query = useQuery();
  const change = (value: string): void => query.set({ [name]: value, page: '' });
  return (
    <ToolbarItem>
      <SearchInput
        aria-label={label}
        placeholder={label}
        value={query.get(name)}
        onChange={(_, value) => change(value)}
        onClear={() => change('')}
      />
    </ToolbarItem>
  );
};
