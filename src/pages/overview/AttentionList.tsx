import { useState } from 'react';
import type { ReactNode } from 'react';
import {
  Button,
  Content,
  DataList,
  DataListCell,
  DataListItem,
  DataListItemCells,
  DataListItemRow,
  Icon,
} from '@patternfly/react-core';
import { ExclamationCircleIcon, ExclamationTriangleIcon } from '@patternfly/react-icons';
import { LinkButton } from '../../components/LinkButton';
import type { Attention, AttentionCode } from '../../domain/attention';
import { attentionKey } from '../../domain/attention';
import { attentionText } from '../../i18n/attention-text';
import { useT } from '../../i18n/use-t';
import { attentionLink } from './attention-link';
import { showPrerequisite } from './prerequisite-place';

type Severity = 'danger' | 'warning';

const severities: Record<AttentionCode, Severity> = {
  prerequisite: 'danger',
  listener: 'danger',
  source: 'danger',
  overload: 'warning',
  trigger: 'danger',
  missed: 'danger',
  'current-missed': 'danger',
  'current-alias': 'warning',
  'current-failed': 'danger',
  'current-cancelled': 'warning',
  unverified: 'warning',
  import: 'warning',
  project: 'warning',
};

const SeverityIcon = ({ severity }: { readonly severity: Severity }) => {
  const t = useT();
  return (
    <>
      <Icon status={severity}>
        {severity === 'danger' ? <ExclamationCircleIcon /> : <ExclamationTriangleIcon />}
      </Icon>
      <span className="pf-v6-screen-reader">
        {severity === 'danger' ? t('Critical') : t('Warning')}
      </span>
    </>
  );
};

const Action = ({
  item,
  namespace,
}: {
  readonly item: Attention;
  readonly namespace: string | undefined;
}): ReactNode => {
  const t = useT();
  if (item.code === 'prerequisite')
    return (
      <Button variant="link" isInline onClick={() => showPrerequisite(item.prerequisite.id)}>
        {t('Show what to do')}
      </Button>
    );
  const link = attentionLink(t, item, namespace);
  return (
    link && (
      <LinkButton variant="link" isInline to={link.to}>
        {link.title}
      </LinkButton>
    )
  );
};

const fewItems = 8;

/** What a person must act on, worst first, each with the way to where it is put right. */
export const AttentionList = ({
  items,
  namespace,
}: {
  readonly items: readonly Attention[];
  readonly namespace: string | undefined;
}) => {
  const t = useT();
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, fewItems);
  return (
    <>
      <DataList aria-label={t('What needs attention')} isCompact>
        {shown.map((item) => {
          const key = attentionKey(item);
          const id = `attention-${key.replace(/[^\w-]/g, '-')}`;
          const { title, detail } = attentionText(t, item);
          return (
            <DataListItem key={key} aria-labelledby={id}>
              <DataListItemRow>
                <DataListItemCells
                  dataListCells={[
                    <DataListCell key="severity" isIcon>
                      <SeverityIcon severity={severities[item.code]} />
                    </DataListCell>,
                    <DataListCell key="text" wrapModifier="breakWord">
                      <strong id={id}>{title}</strong>
                      <Content component="small">{detail}</Content>
                    </DataListCell>,
                    <DataListCell key="action" isFilled={false} alignRight wrapModifier="nowrap">
                      <Action item={item} namespace={namespace} />
                    </DataListCell>,
                  ]}
                />
              </DataListItemRow>
            </DataListItem>
          );
        })}
      </DataList>
      {items.length > fewItems && (
        <Button variant="link" onClick={() => setAll(!all)}>
          {all ? t('Show less') : t('Show all {{count}}', { count: items.length })}
        </Button>
      )}
    </>
  );
};
