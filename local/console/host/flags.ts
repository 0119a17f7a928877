import { Map as ImmutableMap } from 'immutable';

/** Feature flags by name; a flag that nobody has set yet is absent, and counts as pending. */
export type FlagState = ImmutableMap<string, boolean>;

interface SetFlag {
  type: 'setFlag';
  payload: { flag: string; value: boolean };
}

const isSetFlag = (action: { type: unknown }): action is SetFlag => action.type === 'setFlag';

/** Sets a feature flag, as an extension of type console.flag does. */
export const setFlag = (flag: string, value: boolean): SetFlag => ({
  type: 'setFlag',
  payload: { flag, value },
});

/** The state behind the SDK's useFlag. */
export const flagReducer = (
  state: FlagState = ImmutableMap<string, boolean>(),
  action: { type: unknown },
): FlagState => (isSetFlag(action) ? state.set(action.payload.flag, action.payload.value) : state);
