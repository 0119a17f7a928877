import type { K8sModel, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import {
  ActionType,
  type K8sAction,
} from '@openshift-console/dynamic-plugin-sdk/lib/app/k8s/actions/k8s';
import { fromJS, Map as ImmutableMap } from 'immutable';
import { isJsonObject } from './json';

/** What the SDK's watch hooks read: `RESOURCES`, and one entry for each running watch. */
export type K8sState = ImmutableMap<string, unknown>;

type Watch = ImmutableMap<string, unknown>;
type WatchedList = ImmutableMap<string, K8sResourceCommon>;
type ActionOf<T extends ActionType> = Extract<K8sAction, { type: T }>;

const actionTypes: ReadonlySet<unknown> = new Set(Object.values(ActionType));

const isK8sAction = (action: { type: unknown }): action is K8sAction =>
  actionTypes.has(action.type);

const isWatch = (value: unknown): value is Watch => ImmutableMap.isMap(value);

const isList = (value: unknown): value is WatchedList => ImmutableMap.isMap(value);

/** The reference by which the SDK looks a model up (SDK k8s-ref.ts getReference). */
export const referenceOf = ({ apiGroup, apiVersion, kind }: K8sModel): string =>
  [apiGroup ?? 'core', apiVersion, kind].join('~');

const initialState: K8sState = ImmutableMap<string, unknown>({
  RESOURCES: ImmutableMap<string, unknown>({
    models: ImmutableMap<string, K8sModel>(),
    inFlight: false,
    loaded: false,
  }),
});

const keyOf = ({ metadata }: K8sResourceCommon): string =>
  `${metadata?.namespace ?? ''}/${metadata?.name ?? ''}`;

const isNewer = (next: K8sResourceCommon, current: K8sResourceCommon): boolean =>
  next.metadata?.uid !== current.metadata?.uid ||
  Number(next.metadata?.resourceVersion) > Number(current.metadata?.resourceVersion);

const put = (list: WatchedList, object: K8sResourceCommon): WatchedList => {
  const key = keyOf(object);
  return !list.has(key) || isNewer(object, list.get(key)) ? list.set(key, object) : list;
};

/** A page that starts a list: what it does not name is gone; later pages are added. */
const replaced = (list: WatchedList, objects: readonly K8sResourceCommon[]): WatchedList => {
  const named = new Set(objects.map(keyOf));
  const kept = list.filter((_, key) => key !== undefined && named.has(key)).toMap();
  return objects.reduce(put, kept);
};

const withEvents = (
  list: WatchedList,
  events: ActionOf<ActionType.UpdateListFromWS>['payload']['k8sObjects'],
): WatchedList =>
  events.reduce((result, { type, object }) => {
    // A watch can also send ERROR and BOOKMARK frames, which the SDK's type does not name.
    if (type === 'DELETED') return result.delete(keyOf(object));
    return ['ADDED', 'MODIFIED'].includes(type) ? put(result, object) : result;
  }, list);

/** Changes a watch, unless it has been stopped meanwhile: a late answer must not bring it back. */
const updateWatch = (state: K8sState, id: string, update: (watch: Watch) => Watch): K8sState => {
  const watch = state.get(id);
  return isWatch(watch) ? state.set(id, update(watch)) : state;
};

const updateList = (
  state: K8sState,
  id: string,
  update: (list: WatchedList) => WatchedList,
): K8sState =>
  updateWatch(state, id, (watch) => {
    const list = watch.get('data');
    return isList(list) ? watch.set('data', update(list)) : watch;
  });

const startWatch = (state: K8sState, id: string, data: unknown): K8sState =>
  state.has(id)
    ? state
    : state.set(id, ImmutableMap<string, unknown>({ loaded: false, loadError: '', data }));

const modified = (watch: Watch, object: K8sResourceCommon): Watch => {
  const data = watch.get('data');
  const current: unknown = isWatch(data) ? data.toJS() : undefined;
  const unchanged = isJsonObject(current) && !isNewer(object, current);
  return unchanged
    ? watch.set('loadError', '').set('loaded', true)
    : watch.merge({ loadError: '', loaded: true }).set('data', fromJS(object));
};

const receiveModels = (state: K8sState, models: readonly K8sModel[]): K8sState =>
  state.set(
    'RESOURCES',
    ImmutableMap<string, unknown>({
      models: ImmutableMap<string, K8sModel>(
        models.map((model): [string, K8sModel] => [referenceOf(model), model]),
      ),
      inFlight: false,
      loaded: true,
    }),
  );

const asArray = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

const reduce = (state: K8sState, action: K8sAction): K8sState => {
  switch (action.type) {
    case ActionType.GetResourcesInFlight:
      return state.setIn(['RESOURCES', 'inFlight'], true);
    case ActionType.ReceivedResources:
      return receiveModels(state, action.payload.resources.models);
    case ActionType.StartWatchK8sObject:
      return startWatch(state, action.payload.id, ImmutableMap<string, unknown>());
    case ActionType.StartWatchK8sList:
      return startWatch(state, action.payload.id, ImmutableMap<string, K8sResourceCommon>());
    case ActionType.StopWatchK8s:
      return state.delete(action.payload.id);
    case ActionType.ModifyObject:
      return updateWatch(state, action.payload.id, (watch) =>
        modified(watch, action.payload.k8sObjects),
      );
    case ActionType.Errored:
      return updateWatch(state, action.payload.id, (watch) =>
        watch.set('loadError', action.payload.k8sObjects),
      );
    case ActionType.Loaded:
      return updateWatch(
        updateList(state, action.payload.id, (list) =>
          replaced(list, asArray(action.payload.k8sObjects)),
        ),
        action.payload.id,
        (watch) => watch.merge({ loaded: true, loadError: '' }),
      );
    case ActionType.BulkAddToList:
      return updateList(state, action.payload.id, (list) =>
        action.payload.k8sObjects.reduce(put, list),
      );
    case ActionType.UpdateListFromWS:
      return updateList(state, action.payload.id, (list) =>
        withEvents(list, action.payload.k8sObjects),
      );
    case ActionType.FilterList:
      return state;
  }
};

/**
 * The state that the SDK's useK8sWatchResource reads, kept as the console keeps it
 * (console-dynamic-plugin-sdk app/k8s/reducers/k8s.ts): an error keeps the data and `loaded`, an older
 * resourceVersion is ignored, and a single-object watch holds whatever a frame brought, a Status too.
 * Objects of lists are plain, those of single watches are Immutable, as getReduxData expects them.
 */
export const k8sReducer = (state: K8sState = initialState, action: { type: unknown }): K8sState =>
  isK8sAction(action) ? reduce(state, action) : state;
