import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import {
  bulkAddToList,
  errored,
  loaded,
  modifyObject,
  startWatchK8sList,
  startWatchK8sObject,
  stopWatchK8s,
  updateListFromWS,
} from '@openshift-console/dynamic-plugin-sdk/lib/app/k8s/actions/k8s';
import { getReduxData } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks/k8s-watcher';
import { k8sReducer, type K8sState } from './k8s-reducer';

const id = 'image.openshift.io~v1~ImageStream';

const anObject = (name: string, resourceVersion: string): K8sResourceCommon => ({
  apiVersion: 'image.openshift.io/v1',
  kind: 'ImageStream',
  metadata: { name, namespace: 'shop', uid: `uid-${name}`, resourceVersion },
});

const after = (...actions: { type: unknown }[]): K8sState =>
  actions.reduce<K8sState>(
    (state, action) => k8sReducer(state, action),
    k8sReducer(undefined, { type: '' }),
  );

/** What useK8sWatchResource makes of the state. */
const read = (state: K8sState, isList: boolean) => {
  const data: unknown = getReduxData(state.getIn([id, 'data']) as never, { isList });
  return {
    data,
    loaded: state.getIn([id, 'loaded']) as boolean,
    error: state.getIn([id, 'loadError']) as unknown,
  };
};

const versionsOf = (state: K8sState): string[] =>
  (read(state, true).data as K8sResourceCommon[])
    .map(({ metadata }) => `${metadata?.name ?? ''}@${metadata?.resourceVersion ?? ''}`)
    .sort();

describe('a list', () => {
  const started = startWatchK8sList(id, {});

  it('is loaded with its first page and grows with the others', () => {
    const state = after(
      started,
      loaded(id, [anObject('a', '1')]),
      bulkAddToList(id, [anObject('b', '2')]),
    );
    expect(read(state, true)).toMatchObject({ loaded: true, error: '' });
    expect(versionsOf(state)).toEqual(['a@1', 'b@2']);
  });

  it('follows the events of its watch, and ignores what is older than what it has', () => {
    const state = after(
      started,
      loaded(id, [anObject('a', '5'), anObject('b', '5'), anObject('c', '5')]),
      updateListFromWS(id, [
        { type: 'MODIFIED', object: anObject('a', '6') },
        { type: 'MODIFIED', object: anObject('b', '4') },
        { type: 'DELETED', object: anObject('c', '7') },
        { type: 'ADDED', object: anObject('d', '8') },
        { type: 'BOOKMARK' as 'ADDED', object: anObject('e', '9') },
      ]),
    );
    expect(versionsOf(state)).toEqual(['a@6', 'b@5', 'd@8']);
  });

  it('drops what a second load no longer names', () => {
    const state = after(
      started,
      loaded(id, [anObject('a', '1'), anObject('b', '1')]),
      loaded(id, [anObject('b', '2')]),
    );
    expect(versionsOf(state)).toEqual(['b@2']);
  });

  it('keeps what it has when it fails later, and is not loaded when it fails at once', () => {
    const failure = new Error('forbidden');
    const later = after(started, loaded(id, [anObject('a', '1')]), errored(id, failure));
    expect(read(later, true)).toMatchObject({ loaded: true, error: failure });
    expect(versionsOf(later)).toEqual(['a@1']);
    const atOnce = after(started, errored(id, failure));
    expect(read(atOnce, true)).toEqual({ data: [], loaded: false, error: failure });
  });

  it('is not brought back by an answer that comes after the watch was stopped', () => {
    const state = after(
      started,
      stopWatchK8s(id),
      loaded(id, [anObject('a', '1')]),
      updateListFromWS(id, [{ type: 'ADDED', object: anObject('b', '2') }]),
    );
    expect(state.has(id)).toBe(false);
  });
});

describe('a single object', () => {
  const started = startWatchK8sObject(id);

  it('keeps its identity when a poll brings the same version', () => {
    const once = after(started, modifyObject(id, anObject('a', '1')));
    const twice = k8sReducer(once, modifyObject(id, anObject('a', '1')));
    expect(twice.getIn([id, 'data'])).toBe(once.getIn([id, 'data']));
    expect(read(twice, false).data).toEqual(anObject('a', '1'));
  });

  it('holds the Status of a watch error, as in the console', () => {
    const status = { kind: 'Status', apiVersion: 'v1', metadata: {} };
    const state = after(started, modifyObject(id, anObject('a', '1')), modifyObject(id, status));
    expect(read(state, false)).toMatchObject({ data: status, loaded: true });
  });
});
