import { prerequisitesOf, unmetOf } from './prerequisites';
import type { PrerequisiteInput, PrerequisiteState } from './prerequisites';

const all: PrerequisiteInput = {
  apis: {
    imageStreams: true,
    pipelines: true,
    triggers: true,
    sources: true,
    knativeOperator: true,
  },
  knativeEventing: 'present',
  listenerRole: 'present',
};

const statesOf = (input: PrerequisiteInput): Record<string, PrerequisiteState> =>
  Object.fromEntries(prerequisitesOf(input).map(({ id, state }) => [id, state]));

describe('prerequisitesOf', () => {
  it('names them in the order in which they are installed', () => {
    expect(prerequisitesOf(all).map(({ id, state }) => [id, state])).toEqual(
      [
        'image-streams',
        'pipelines',
        'triggers',
        'eventing',
        'knative-eventing',
        'listener-role',
      ].map((id) => [id, 'present']),
    );
  });

  it.each([
    ['imageStreams', 'image-streams'],
    ['pipelines', 'pipelines'],
    ['triggers', 'triggers'],
  ] as const)('misses the API %s', (api, id) => {
    const states = statesOf({ ...all, apis: { ...all.apis, [api]: false } });
    expect(states).toEqual({ ...statesOf(all), [id]: 'missing' });
  });

  it.each<[string, boolean, boolean, PrerequisiteState, PrerequisiteState, PrerequisiteState]>([
    ['operator and instance', true, true, 'present', 'present', 'present'],
    ['an instance that is not Ready', true, true, 'not-ready', 'present', 'not-ready'],
    ['an instance that the user may not see', true, true, 'unknown', 'present', 'unknown'],
    ['the operator alone', false, true, 'missing', 'present', 'missing'],
    ['Knative without the operator', true, false, 'missing', 'present', 'present'],
    ['nothing', false, false, 'missing', 'missing', 'missing'],
  ])(
    'with %s of Knative',
    (...[, sources, knativeOperator, knativeEventing, eventing, instance]) => {
      const apis = { ...all.apis, sources, knativeOperator };
      expect(statesOf({ ...all, apis, knativeEventing })).toMatchObject({
        eventing,
        'knative-eventing': instance,
      });
    },
  );

  it.each<PrerequisiteState>(['present', 'missing', 'unknown'])(
    'passes on a role that is %s',
    (state) => {
      expect(statesOf({ ...all, listenerRole: state })['listener-role']).toBe(state);
    },
  );
});

describe('unmetOf', () => {
  it('names what certainly is missing, not what nobody could see', () => {
    const states: PrerequisiteState[] = ['present', 'missing', 'not-ready', 'unknown'];
    const prerequisites = states.map((state) => ({ id: 'pipelines' as const, state }));
    expect(unmetOf(prerequisites).map(({ state }) => state)).toEqual(['missing', 'not-ready']);
  });
});
