import { useState } from 'react';
import type { ReactNode } from 'react';
import {
  CodeBlock,
  CodeBlockCode,
  Content,
  DataList,
  DataListCell,
  DataListItem,
  DataListItemCells,
  DataListItemRow,
  ExpandableSection,
  Label,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import type { LabelProps } from '@patternfly/react-core';
import { Link } from 'react-router';
import { stringify } from 'yaml';
import { listenerClusterRoleBindingManifest } from '../../domain/manifests/role-binding';
import { listenerClusterRoleManifest } from '../../domain/manifests/role';
import type { Prerequisite, PrerequisiteId, PrerequisiteState } from '../../domain/prerequisites';
import { prerequisiteStateText, prerequisiteText } from '../../i18n/status-text';
import { useT } from '../../i18n/use-t';
import { prerequisitePlace } from './prerequisite-place';

const looks: Record<PrerequisiteState, Pick<LabelProps, 'status' | 'variant'>> = {
  present: { status: 'success' },
  missing: { status: 'danger' },
  'not-ready': { status: 'warning' },
  unknown: { variant: 'outline' },
};

/** The console's software catalog, searched for an operator. */
const catalog = (keyword: string): string => `/catalog/all-namespaces?keyword=${keyword}`;

const links: Partial<Record<PrerequisiteId, string>> = {
  pipelines: catalog('openshift+pipelines'),
  triggers: '/k8s/cluster/operator.tekton.dev~v1alpha1~TektonConfig/config',
  eventing: catalog('openshift+serverless'),
  'knative-eventing': '/k8s/ns/knative-eventing/operator.knative.dev~v1beta1~KnativeEventing/~new',
};

const listenerRoleYaml = [listenerClusterRoleManifest(), listenerClusterRoleBindingManifest()]
  .map((manifest) => stringify(manifest))
  .join('---\n');

const Fix = ({ id }: { readonly id: PrerequisiteId }): ReactNode => {
  const t = useT();
  const link = links[id];
  return (
    <>
      <Content component="p">
        {prerequisiteText[id].fix(t)} {link !== undefined && <Link to={link}>{t('Open')}</Link>}
      </Content>
      {id === 'listener-role' && (
        <CodeBlock>
          <CodeBlockCode>{listenerRoleYaml}</CodeBlockCode>
        </CodeBlock>
      )}
    </>
  );
};

const PrerequisiteList = ({
  prerequisites,
  label,
}: {
  readonly prerequisites: readonly Prerequisite[];
  readonly label: string;
}) => {
  const t = useT();
  return (
    <DataList aria-label={label} isCompact>
      {prerequisites.map(({ id, state }) => (
        <DataListItem key={id} aria-labelledby={prerequisitePlace(id)}>
          <DataListItemRow>
            <DataListItemCells
              dataListCells={[
                <DataListCell key="text" width={5}>
                  <strong id={prerequisitePlace(id)} tabIndex={-1}>
                    {prerequisiteText[id].title(t)}
                  </strong>
                  <Content component="small">{prerequisiteText[id].purpose(t)}</Content>
                  {(state === 'missing' || state === 'not-ready') && <Fix id={id} />}
                </DataListCell>,
                <DataListCell key="state" isFilled={false} alignRight>
                  <Label isCompact {...looks[state]}>
                    {prerequisiteStateText[state](t)}
                  </Label>
                </DataListCell>,
              ]}
            />
          </DataListItemRow>
        </DataListItem>
      ))}
    </DataList>
  );
};

const isFine = ({ state }: Prerequisite): boolean => state === 'present';

/** What must be in the cluster: how to add what is missing, and, folded away, what is there. */
export const Prerequisites = ({
  prerequisites,
}: {
  readonly prerequisites: readonly Prerequisite[];
}) => {
  const t = useT();
  const [open, setOpen] = useState(false);
  const installed = prerequisites.filter(isFine);
  const others = prerequisites.filter((one) => !isFine(one));
  const { length: count } = installed;
  return (
    <Stack hasGutter>
      {others.length > 0 && (
        <StackItem>
          <PrerequisiteList prerequisites={others} label={t('Prerequisites')} />
        </StackItem>
      )}
      {count > 0 && (
        <StackItem>
          <ExpandableSection
            isExpanded={open}
            onToggle={(_, next) => setOpen(next)}
            toggleText={
              others.length === 0
                ? t('All {{count}} are installed', { count })
                : t('{{count}} are installed', { count })
            }
          >
            {open && (
              <PrerequisiteList
                prerequisites={installed}
                label={t('Prerequisites that are installed')}
              />
            )}
          </ExpandableSection>
        </StackItem>
      )}
    </Stack>
  );
};
