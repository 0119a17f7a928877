import type { UseActivePerspective } from '@openshift-console/dynamic-plugin-sdk';

const administrator: ReturnType<UseActivePerspective> = ['admin', () => undefined];

/** The SDK's useActivePerspective: there is one perspective here, and switching does nothing. */
const useActivePerspective: UseActivePerspective = () => administrator;

export default useActivePerspective;
