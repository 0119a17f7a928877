import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { DraftParam } from '../../domain/draft';
import type { DraftChange } from '../../domain/draft-changes';
import { templateValue } from '../../domain/param-value';
import { pushFieldText, tagRuleKindText, tagRuleText } from '../../i18n/form-text';
import { useT } from '../../i18n/use-t';
import type { Translate } from '../../i18n/use-t';
import type { TagRule } from '../../domain/tag-rule';

const ruleText = (t: Translate, rule: TagRule): string =>
  rule.kind === 'any'
    ? tagRuleText(t, rule)
    : `${tagRuleKindText[rule.kind](t)}: ${tagRuleText(t, rule)}`;

const paramText = (t: Translate, param: DraftParam | undefined): string => {
  if (!param) return t('None');
  if (param.source.from === 'default') return t('Default of the Pipeline');
  if (param.source.from === 'push') return pushFieldText[param.source.field](t);
  const value = templateValue(param);
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** What a change is about, and its two sides, in words. */
const rowOf = (t: Translate, change: DraftChange): readonly [string, string, string] => {
  switch (change.part) {
    case 'rule':
      return [t('Tags'), ruleText(t, change.before), ruleText(t, change.after)];
    case 'pipeline':
      return [t('Pipeline'), change.before, change.after];
    case 'param':
      return [
        t('Parameter {{name}}', { name: change.name }),
        paramText(t, change.before),
        paramText(t, change.after),
      ];
  }
};

/** What an edit changes, part by part. */
export const ChangeTable = ({
  label,
  changes,
}: {
  readonly label: string;
  readonly changes: readonly DraftChange[];
}) => {
  const t = useT();
  return (
    <Table aria-label={label} variant="compact">
      <Thead>
        <Tr>
          <Th>{t('What')}</Th>
          <Th>{t('Before')}</Th>
          <Th>{t('After')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {changes.map((change) => {
          const [what, before, after] = rowOf(t, change);
          return (
            <Tr key={what}>
              <Td dataLabel={t('What')}>{what}</Td>
              <Td dataLabel={t('Before')} modifier="breakWord">
                {before}
              </Td>
              <Td dataLabel={t('After')} modifier="breakWord">
                {after}
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
};
