import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { DraftParam } from '../../../domain/draft';
import type { DraftChange } from '../../../domain/draft-changes';
import { templateValue } from '../../../domain/param-value';
import { tagRuleInFull } from '../../../i18n/form-text';
import { pushFieldText } from '../../../i18n/push-field-text';
import { metadataText } from '../../../i18n/metadata-text';
import { podFieldText, podValueText } from '../../../i18n/pod-text';
import { policyText, policyTitle } from '../../../i18n/policy-text';
import { runSettingText } from '../../../i18n/settings-text';
import { useT } from '../../../i18n/use-t';
import type { Translate } from '../../../i18n/use-t';
import { workspaceText } from '../../../i18n/workspace-text';

const paramText = (t: Translate, param: DraftParam | undefined): string => {
  if (!param) return t('None');
  if (param.source.from === 'default') return t('Default of the Pipeline');
  if (param.source.from === 'push') return pushFieldText[param.source.field](t);
  if (param.source.from === 'literal' && param.type === 'string') return param.source.value;
  const value = templateValue(param);
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** What the form has no words for, as the manifest has it. */
const keptValueText = (t: Translate, value: unknown): string => {
  if (value === undefined) return t('None');
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** What a change is about, and its two sides, in words. */
const rowOf = (t: Translate, change: DraftChange): readonly [string, string, string] => {
  switch (change.part) {
    case 'rule':
      return [t('Tags'), tagRuleInFull(t, change.before), tagRuleInFull(t, change.after)];
    case 'policy':
      return [policyTitle(t), policyText[change.before](t), policyText[change.after](t)];
    case 'pipeline':
      return [t('Pipeline'), change.before || t('None'), change.after];
    case 'param':
      return [
        t('Parameter {{name}}', { name: change.name }),
        paramText(t, change.before),
        paramText(t, change.after),
      ];
    case 'setting':
      return [
        runSettingText[change.setting](t),
        change.before || t('Default'),
        change.after || t('Default'),
      ];
    case 'pod':
      return [
        podFieldText[change.field](t),
        podValueText(t, change.field, change.before),
        podValueText(t, change.field, change.after),
      ];
    case 'labels':
    case 'annotations':
      return [
        metadataText[change.part].one(t, change.name),
        change.before ?? t('None'),
        change.after ?? t('None'),
      ];
    case 'kept':
      return [change.name, keptValueText(t, change.before), keptValueText(t, change.after)];
    case 'workspace': {
      const [before, after] = [change.before, change.after].map((workspace) =>
        workspace ? workspaceText(t, workspace) : t('None'),
      );
      return [t('Workspace {{name}}', { name: change.name }), before ?? '', after ?? ''];
    }
  }
};

interface ChangeRow {
  readonly what: string;
  /** One for each column. */
  readonly cells: readonly string[];
}

const Rows = ({
  label,
  columns,
  rows,
}: {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly ChangeRow[];
}) => {
  const t = useT();
  return (
    <Table aria-label={label} variant="compact">
      <Thead>
        <Tr>
          <Th>{t('What')}</Th>
          {columns.map((column) => (
            <Th key={column}>{column}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map(({ what, cells }) => (
          <Tr key={what}>
            <Td dataLabel={t('What')}>{what}</Td>
            {columns.map((column, index) => (
              <Td key={column} dataLabel={column} modifier="breakWord">
                {cells[index]}
              </Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};

/** What an edit changes, part by part. */
export const ChangeTable = ({ changes }: { readonly changes: readonly DraftChange[] }) => {
  const t = useT();
  const rows = changes.map((change) => {
    const [what, ...cells] = rowOf(t, change);
    return { what, cells };
  });
  return <Rows label={t('Your changes')} columns={[t('Before'), t('After')]} rows={rows} />;
};

/** What two edits of one trigger change, side by side. */
export const TwoEditsTable = ({
  theirs,
  mine,
}: {
  readonly theirs: readonly DraftChange[];
  readonly mine: readonly DraftChange[];
}) => {
  const t = useT();
  const [other, own] = [theirs, mine].map((changes) => changes.map((one) => rowOf(t, one)));
  const afterIn = (changes: typeof other = [], wanted: string): string =>
    changes.find(([what]) => what === wanted)?.[2] ?? t('Unchanged');
  const befores = new Map(
    [...(other ?? []), ...(own ?? [])].map(([what, before]) => [what, before]),
  );
  const rows = [...befores].map(([what, before]) => ({
    what,
    cells: [before, afterIn(other, what), afterIn(own, what)],
  }));
  return (
    <Rows
      label={t('Their changes and yours')}
      columns={[t('Before'), t('Theirs'), t('Yours')]}
      rows={rows}
    />
  );
};
