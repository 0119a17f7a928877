import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useT } from '../../i18n/use-t';

/** ImageStreams with the names of triggers. */
export const NameList = ({
  label,
  names,
}: {
  readonly label: string;
  /** Each ImageStream once, as `project/name`. */
  readonly names: readonly { readonly stream: string; readonly name: string }[];
}) => {
  const t = useT();
  return (
    <Table aria-label={label} variant="compact" borders={false}>
      <Thead>
        <Tr>
          <Th width={50}>{t('ImageStream')}</Th>
          <Th>{t('Image trigger')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {names.map(({ stream, name }) => (
          <Tr key={stream}>
            <Td dataLabel={t('ImageStream')} modifier="breakWord">
              {stream}
            </Td>
            <Td dataLabel={t('Image trigger')} modifier="breakWord">
              {name}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};
