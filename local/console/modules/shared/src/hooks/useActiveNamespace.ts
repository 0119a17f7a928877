/** The SDK's useActiveNamespace. */
export { useNamespaceContext as useActiveNamespace } from '../../../../host/ActiveNamespace';
