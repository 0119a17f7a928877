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
import { scopeTexts } from './scope';
import type { Scope } from './scope';

/** So many are shown; of the older ones only how many there are. */
const most = 50;

const verdictText: Record<JudgedPush['verdict'], (t: Translate) => string> = {
  runs: (t) => t('Would have run'),
  again: (t) => t('Image already ran'),
  unmatched: (t) => t('No run'),
};

const Row = ({
  judged: { push, verdict },
  scope,
}: {
  readonly judged: JudgedPush;
  readonly scope: Scope;
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
      {scope === 'streams' && (
        <Td dataLabel={t('ImageStream')} modifier="breakWord">
          {streamKey(push.stream)}
        </Td>
      )}
      <Td dataLabel={scopeTexts[scope].column(t)}>
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
  scope,
}: {
  readonly pushes: readonly JudgedPush[];
  readonly scope: Scope;
}) => {
  const t = useT();
  return (
    <>
      <Table aria-label={scopeTexts[scope].held(t)} variant="compact" borders={false}>
        <Thead>
          <Tr>
            <Th>{t('With this rule')}</Th>
            {scope === 'streams' && <Th>{t('ImageStream')}</Th>}
            <Th>{scopeTexts[scope].column(t)}</Th>
            <Th>{t('Image')}</Th>
            <Th>{t('Pushed')}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {pushes.slice(0, most).map((judged) => (
            <Row key={keyOf(judged)} judged={judged} scope={scope} />
          ))}
        </Tbody>
      </Table>
      {pushes.length > most && (
        <FieldHelp help={t('{{count}} older ones', { count: pushes.length - most })} />
      )}
    </>
  );
};
