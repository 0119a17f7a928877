import { useMemo } from 'react';
import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Content, Label, Title } from '@patternfly/react-core';
import { DataTable } from '../../../components/DataTable';
import type { Column } from '../../../components/DataTable';
import { FieldHelp } from '../../../components/FieldHelp';
import { SelectionTools } from '../../../components/SelectionTools';
import type { RowSelection } from '../../../components/DataTable';
import type { MatchedStream } from '../../../domain/many-drafts';
import { streamKey, tagsOf } from '../../../domain/push';
import { lastPushOf } from '../../../domain/stream-row';
import type { TagRule } from '../../../domain/tag-rule';
import { tagVerdicts } from '../../../domain/tag-verdicts';
import { useT } from '../../../i18n/use-t';
import type { Translate } from '../../../i18n/use-t';
import type { ManyProps } from './ManyStreamFields';

/** How many of its tags the rule matches, as the ImageStream is now. */
const MatchingTags = ({ row, rule }: { readonly row: MatchedStream; readonly rule: TagRule }) => {
  const t = useT();
  const tags = tagsOf(row.stream);
  // Not kept: what checks an expression may have been loaded since.
  const verdicts = [...tagVerdicts({ rule, tags }, row.stream).values()];
  const matching = verdicts.filter((verdict) => verdict === true).length;
  if (tags.length === 0) return t('No tags yet');
  if (verdicts.includes('unknown')) return t('Only the listener can tell');
  const text = t('{{matching}} of {{all}}', { matching, all: tags.length });
  if (verdicts.some((verdict) => typeof verdict === 'object'))
    return (
      <Label isCompact status="warning" variant="outline">
        {t('The expression fails')}
      </Label>
    );
  return matching > 0 ? (
    text
  ) : (
    <Label isCompact status="warning" variant="outline">
      {text}
    </Label>
  );
};

const LastPush = ({ stream }: Pick<MatchedStream, 'stream'>) => {
  const t = useT();
  const push = lastPushOf(stream);
  return push ? <Timestamp timestamp={push.created} /> : <>{t('Never')}</>;
};

/** The trigger that it gets, or those that it has. */
const Outcome = ({ row: { boundBy, name, isWanted } }: { readonly row: MatchedStream }) => {
  const t = useT();
  if (boundBy.length > 0)
    return t('Left out: {{names}} runs this Pipeline for it already', {
      names: boundBy.join(', '),
    });
  return isWanted ? name : t('Left out');
};

interface ColumnsOptions {
  readonly t: Translate;
  readonly rule: TagRule;
  /** Whether a Pipeline is chosen already. */
  readonly isNamed: boolean;
}

const columnsOf = ({ t, rule, isNamed }: ColumnsOptions): Column<MatchedStream>[] => [
  {
    id: 'name',
    title: t('ImageStream'),
    breaksWords: true,
    cell: ({ ref }) => ref.name,
    sortKey: ({ ref }) => ref.name,
  },
  {
    id: 'namespace',
    title: t('Project'),
    breaksWords: true,
    cell: ({ ref }) => ref.namespace,
    sortKey: ({ ref }) => ref.namespace,
  },
  {
    id: 'tags',
    title: t('Tags that match'),
    cell: (row) => <MatchingTags row={row} rule={rule} />,
  },
  {
    id: 'pushed',
    title: t('Last push'),
    nowrap: true,
    cell: ({ stream }) => <LastPush stream={stream} />,
    sortKey: ({ stream }) => lastPushOf(stream)?.created,
  },
  ...(isNamed
    ? [
        {
          id: 'trigger',
          title: t('Image trigger'),
          breaksWords: true,
          cell: (row: MatchedStream) => <Outcome row={row} />,
        },
      ]
    : []),
];

/** A trigger of the Pipeline is there already. */
const isBound = ({ boundBy }: MatchedStream): boolean => boundBy.length > 0;

/** What a choice matches: each can be left out. */
export const MatchedStreams = ({
  choice,
  made: { matched },
  rule,
  onChange,
}: ManyProps & { readonly rule: TagRule }) => {
  const t = useT();
  const isNamed = matched.some(({ name, boundBy }) => name !== undefined || boundBy.length > 0);
  const columns = useMemo(() => columnsOf({ t, rule, isNamed }), [t, rule, isNamed]);
  const free = matched.filter((row) => !isBound(row));
  const wanted = free.filter(({ isWanted }) => isWanted);
  const keysOf = (rows: readonly MatchedStream[]): string[] =>
    rows.map(({ ref }) => streamKey(ref));
  // Those that do not match now keep what was said of them.
  const leaveOut = (rows: readonly MatchedStream[], isOut: boolean): void => {
    const keys = new Set(keysOf(rows));
    const others = choice.without.filter((key) => !keys.has(key));
    onChange({ ...choice, without: isOut ? [...others, ...keys] : others });
  };
  const selectionOf = (row: MatchedStream): RowSelection | undefined =>
    isBound(row)
      ? undefined
      : {
          id: `choose ${streamKey(row.ref)}`,
          label: t('Create a trigger for ImageStream {{name}} in project {{project}}', {
            name: row.ref.name,
            project: row.ref.namespace,
          }),
          isSelected: row.isWanted,
          select: (isSelected) => leaveOut([row], !isSelected),
        };
  if (matched.length === 0) return <FieldHelp warning={t('No ImageStream matches.')} />;
  return (
    <div>
      <Title headingLevel="h3" size="md">
        {t('{{count}} ImageStreams match', { count: matched.length })}
      </Title>
      <Content component="p" aria-live="polite">
        {t('{{count}} of them get an image trigger each.', { count: wanted.length })}{' '}
        {t('This is chosen once: ImageStreams that are created later get none.')}
      </Content>
      <DataTable<MatchedStream>
        label={t('ImageStreams that match')}
        columns={columns}
        rows={matched}
        rowKey={({ ref }) => streamKey(ref)}
        defaultSort="name"
        tools={
          <SelectionTools
            selection={{
              selected: wanted,
              set: (rows) => leaveOut(free, rows.length === 0),
            }}
            proposed={free}
            title={t('Select all ({{count}})', { count: free.length })}
          >
            {null}
          </SelectionTools>
        }
        selectionOf={selectionOf}
        empty={null}
      />
    </div>
  );
};
