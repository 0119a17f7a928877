import type { K8sModel, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { getGroupVersionKindForModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';
import { Alert, EmptyState, PageSection, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { FC } from 'react';
import ListPageHeader from '../modules/internal/components/factory/ListPage/ListPageHeader';
import { ResourceLink } from '../modules/internal/components/utils/resource-link';
import Timestamp from '../modules/shared/src/components/datetime/Timestamp';
import { DocumentTitle } from '../modules/shared/src/components/document-title/DocumentTitle';
import { NotFound } from './NotFound';
import { useRouteResource } from './use-route-resource';
import { useWatchedList } from './use-watched';

/** As many rows as are drawn: the list is a place to look one object up, not to work in. */
const maxRows = 200;

const Rows: FC<{ model: K8sModel; objects: K8sResourceCommon[] }> = ({ model, objects }) => (
  <Table aria-label={model.labelPlural}>
    <Thead>
      <Tr>
        <Th>Name</Th>
        {model.namespaced && <Th>Namespace</Th>}
        <Th>Created</Th>
      </Tr>
    </Thead>
    <Tbody>
      {objects.slice(0, maxRows).map(({ metadata }) => (
        <Tr key={metadata?.uid}>
          <Td>
            <ResourceLink
              groupVersionKind={getGroupVersionKindForModel(model)}
              name={metadata?.name}
              namespace={metadata?.namespace}
            />
          </Td>
          {model.namespaced && <Td>{metadata?.namespace}</Td>}
          <Td>
            <Timestamp timestamp={metadata?.creationTimestamp} />
          </Td>
        </Tr>
      ))}
    </Tbody>
  </Table>
);

const newestFirst = (objects: K8sResourceCommon[]): K8sResourceCommon[] =>
  [...objects].sort((a, b) =>
    (b.metadata?.creationTimestamp ?? '').localeCompare(a.metadata?.creationTimestamp ?? ''),
  );

const Body: FC<{ model: K8sModel; namespace?: string }> = ({ model, namespace }) => {
  const watched = useWatchedList(model, namespace);
  if (watched.state === 'failed') return <Alert isInline variant="danger" title={watched.reason} />;
  if (watched.state === 'loading') return <Skeleton screenreaderText="Loading" />;
  return watched.data.length === 0 ? (
    <EmptyState titleText={`No ${model.labelPlural} found`} headingLevel="h2" />
  ) : (
    <Rows model={model} objects={newestFirst(watched.data)} />
  );
};

/** The host's plain list of any kind, newest first. */
export const ResourceList: FC = () => {
  const { model, namespace } = useRouteResource();
  if (model === undefined) return <NotFound />;
  return (
    <>
      <DocumentTitle>{model.labelPlural}</DocumentTitle>
      <ListPageHeader title={model.labelPlural} />
      <PageSection hasBodyWrapper={false}>
        <Body model={model} namespace={namespace} />
      </PageSection>
    </>
  );
};
