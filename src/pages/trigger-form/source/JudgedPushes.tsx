import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { Digest } from '../../../components/Digest';
import { FieldHelp } from '../../../components/FieldHelp';
import { TagList } from '../../../components/TagList';
import { streamKey } from '../../../domain/push';
import type { JudgedPush } from '../../../domain/would-have-run';
import { useT } from '../../../i18n/use-t';
import type { Translate } from '../../../i18n/use-t';

/** So many are shown; of the older ones only how many there are. */
const most = 50;

const verdictText: Record<JudgedPush['verdict'], (t: Translate) => string> = {
  runs: (t) => t('Would have run'),
  again: (t) => t('Image already ran'),
  unmatched: (t) => t('No run'),
};

const Row = ({
  judged: { push, verdict },
  isOfMany,
}: {
  readonly judged: JudgedPush;
  readonly isOfMany: boolean;
}) => {
  const t = useT();
  const runs = verdict === 'runs';
  return (
    <Tr>
      <Td dataLabel={t('With this rule')}>
        <Label isCompact color={runs ? 'green' : 'grey'} variant={runs ? 'filled' : 'outline'}>
          {verdictText[verdict](t)}
        </Label>
      </Td>
      {isOfMany && (
        <Td dataLabel={t('ImageStream')} modifier="breakWord">
          {streamKey(push.stream)}
        </Td>
      )}
      <Td dataLabel={t('Tags')}>
        <TagList tags={push.tags} />
      </Td>
      <Td dataLabel={t('Image')}>
        <Digest digest={push.digest} />
      </Td>
      <Td dataLabel={t('Pushed')}>
        <Timestamp timestamp={push.created} />
      </Td>
    </Tr>
  );
};

const keyOf = ({ push: { stream, created, digest } }: JudgedPush): string =>
  `${streamKey(stream)} ${created} ${digest}`;

/** Pushes, newest first, each with what the rule would have made of it. */
export const JudgedPushes = ({
  pushes,
  isOfMany,
}: {
  readonly pushes: readonly JudgedPush[];
  /** Whether they are of more ImageStreams than one. */
  readonly isOfMany: boolean;
}) => {
  const t = useT();
  return (
    <>
      <Table
        aria-label={
          isOfMany ? t('Pushes that the ImageStreams hold') : t('Pushes that the ImageStream holds')
        }
        variant="compact"
        borders={false}
      >
        <Thead>
          <Tr>
            <Th>{t('With this rule')}</Th>
            {isOfMany && <Th>{t('ImageStream')}</Th>}
            <Th>{t('Tags')}</Th>
            <Th>{t('Image')}</Th>
            <Th>{t('Pushed')}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {pushes.slice(0, most).map((judged) => (
            <Row key={keyOf(judged)} judged={judged} isOfMany={isOfMany} />
          ))}
        </Tbody>
      </Table>
      {pushes.length > most && (
        <FieldHelp help={t('{{count}} older ones', { count: pushes.length - most })} />
      )}
    </>
  );
};
