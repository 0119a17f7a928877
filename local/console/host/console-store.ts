import storeHandler from '@openshift-console/dynamic-plugin-sdk/lib/app/storeHandler';
import { applyMiddleware, combineReducers, legacy_createStore as createStore } from 'redux';
import { thunk } from 'redux-thunk';
import { flagReducer } from './flags';
import { k8sReducer } from './k8s-reducer';

/** What the SDK reads of the signed-in user (SDK app/redux-types.ts CoreState). */
export interface CoreState {
  user: { username: string };
  /** Part of the key under which the SDK's checkAccess remembers its answers. */
  impersonate?: { kind: string; name: string; subprotocols: string[] };
}

/**
 * Makes the store that the SDK's data layer runs on: `k8s`, `FLAGS` and `sdkCore` are all that it reads.
 * The store becomes the SDK's current one; without that, useAccessReview throws.
 */
export const createConsoleStore = (core: CoreState) => {
  const store = createStore(
    combineReducers({
      k8s: k8sReducer,
      FLAGS: flagReducer,
      sdkCore: (state: CoreState = core) => state,
    }),
    applyMiddleware(thunk),
  );
  storeHandler.setStore(store);
  return store;
};

export type ConsoleStore = ReturnType<typeof createConsoleStore>;
