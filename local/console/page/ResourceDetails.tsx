import type { K8sModel, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { getGroupVersionKindForModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';
import {
  Alert,
  Breadcrumb,
  BreadcrumbItem,
  Flex,
  PageSection,
  Skeleton,
  Title,
} from '@patternfly/react-core';
import type { FC } from 'react';
import { Link } from 'react-router';
import { HorizontalNavFacade } from '../modules/internal/components/utils/horizontal-nav';
import { ResourceIcon } from '../modules/internal/components/utils/resource-icon';
import { resourcePath } from '../modules/internal/components/utils/resource-path';
import { DocumentTitle } from '../modules/shared/src/components/document-title/DocumentTitle';
import { NotFound } from './NotFound';
import { ResourceActions } from './ResourceActions';
import { ResourceFacts, ResourceYaml } from './ResourceFacts';
import { useRouteResource, type RouteResource } from './use-route-resource';
import { useWatchedObject } from './use-watched';

const pages = [
  { name: 'Details', href: '', component: ResourceFacts },
  { name: 'YAML', href: 'yaml', component: ResourceYaml },
];

const Heading: FC<{ model: K8sModel; object: K8sResourceCommon }> = ({ model, object }) => (
  <PageSection hasBodyWrapper={false}>
    <Breadcrumb>
      <BreadcrumbItem
        render={({ className }) => (
          <Link className={className} to={resourcePath(model, object.metadata?.namespace)}>
            {model.labelPlural}
          </Link>
        )}
      />
      <BreadcrumbItem isActive>{model.label} details</BreadcrumbItem>
    </Breadcrumb>
    <Flex justifyContent={{ default: 'justifyContentSpaceBetween' }}>
      <Title headingLevel="h1">
        <ResourceIcon
          className="local-console-resource-icon-large"
          groupVersionKind={getGroupVersionKindForModel(model)}
        />{' '}
        {object.metadata?.name}
      </Title>
      <ResourceActions model={model} object={object} />
    </Flex>
  </PageSection>
);

const Details: FC<RouteResource & { model: K8sModel }> = ({ model, namespace, name }) => {
  const watched = useWatchedObject(model, namespace, name);
  if (watched.state === 'loaded') {
    return (
      <>
        <Heading model={model} object={watched.data} />
        <HorizontalNavFacade resource={watched.data} pages={pages} />
      </>
    );
  }
  return (
    <PageSection hasBodyWrapper={false}>
      {watched.state === 'failed' ? (
        <Alert isInline variant="danger" title={watched.reason} />
      ) : (
        <Skeleton screenreaderText="Loading" />
      )}
    </PageSection>
  );
};

/** The host's plain page of any object, with the tabs and actions that plugins add to its kind. */
export const ResourceDetails: FC = () => {
  const { model, namespace, name } = useRouteResource();
  if (model === undefined) return <NotFound />;
  return (
    <>
      <DocumentTitle>{`${name ?? ''} · Details`}</DocumentTitle>
      <Details model={model} namespace={namespace} name={name} />
    </>
  );
};
