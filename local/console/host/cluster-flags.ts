import { checkAccess } from '@openshift-console/dynamic-plugin-sdk/lib/app/components/utils/rbac';
import type { ConsoleStore } from './console-store';
import { setFlag } from './flags';
import { isJsonObject, objectAt } from './json';

/** Set where the cluster is an OpenShift one: projects in place of namespaces. */
export const openShiftFlag = 'OPENSHIFT';

/** Set where the user may list namespaces: "All projects" is offered only then. */
export const canListNamespacesFlag = 'CAN_LIST_NS';

const projectReference = 'project.openshift.io~v1~Project';

/** Sets the flags that the console itself derives from the cluster. Models have to be known. */
export const setClusterFlags = async (store: ConsoleStore): Promise<void> => {
  const isOpenShift = store.getState().k8s.hasIn(['RESOURCES', 'models', projectReference]);
  store.dispatch(setFlag(openShiftFlag, isOpenShift));
  const review: unknown = await checkAccess({ resource: 'namespaces', verb: 'list' });
  const { allowed } = objectAt(isJsonObject(review) ? review : {}, 'status');
  store.dispatch(setFlag(canListNamespacesFlag, allowed === true));
};
