import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { useK8sModels } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks/useK8sModels';
import { useParams } from 'react-router';
import { referenceOf } from '../host/k8s-reducer';

/** The kind, namespace and name that the console's path of a resource names. */
export interface RouteResource {
  /** Undefined where the cluster has no such kind. */
  model: K8sModel | undefined;
  namespace: string | undefined;
  name: string | undefined;
}

/** Reads `group~version~Kind`, or the plural by which the console names its built-in kinds. */
export const useRouteResource = (): RouteResource => {
  const { ns, resource, name } = useParams();
  const [models] = useK8sModels();
  const model = Object.values(models).find(
    (candidate) => referenceOf(candidate) === resource || candidate.plural === resource,
  );
  return { model, namespace: ns, name };
};
