/** The SDK's useResolvedExtensions. */
export { useResolvedExtensions } from '@openshift/dynamic-plugin-sdk';
