import { nameOf } from '../k8s/resource';
import { aDraft } from '../testing/builders';
import { triggerPlan } from './plan';
import type { PlannedResource } from './plan';
import { refOf, resourceKey } from './relay';
import type { TagRule } from './tag-rule';

const options = { activatedAt: '2026-03-01T10:00:00Z', version: '1.2.3', by: 'ada' };
const linesOf = (plan: PlannedResource[]): string[] =>
  plan.map(
    ({ kind, manifest, part }) =>
      `${part} ${kind.kind} ${manifest.metadata.namespace}/${nameOf(manifest)}`,
  );

describe('triggerPlan', () => {
  it('has all objects in the order in which they can be written', () => {
    expect(linesOf(triggerPlan(aDraft(), options))).toEqual([
      'shared ServiceAccount ci/image-triggers-listener',
      'shared Role ci/image-triggers-listener',
      'shared RoleBinding ci/image-triggers-listener',
      'shared ServiceAccount ci/image-triggers-source',
      'shared TriggerBinding ci/image-triggers',
      'shared NetworkPolicy ci/image-triggers',
      'shared EventListener ci/image-triggers',
      'shared Role images/image-triggers-source-ci',
      'shared RoleBinding images/image-triggers-source-ci',
      'shared ApiServerSource ci/image-triggers-images',
      'root Trigger ci/scan-web',
      'owned Trigger ci/scan-web-2',
      'owned Trigger ci/scan-web-3',
      'owned Trigger ci/scan-web-4',
      'owned TriggerTemplate ci/scan-web',
    ]);
  });

  it.each<[TagRule, string[]]>([
    [{ kind: 'tags', tags: ['v1'] }, ['scan-web']],
    [{ kind: 'tags', tags: ['v1', 'v2', 'v3'] }, ['scan-web', 'scan-web-2', 'scan-web-3']],
    [{ kind: 'glob', pattern: 'v*' }, ['scan-web', 'scan-web-2', 'scan-web-3', 'scan-web-4']],
  ])('has the lanes of %j', (rule, names) => {
    const lanes = triggerPlan(aDraft({ rule }), options).filter(
      ({ kind }) => kind.kind === 'Trigger',
    );
    expect(lanes.map(({ manifest }) => nameOf(manifest))).toEqual(names);
  });

  it('says on lane 1 alone since when it is active, and by whom', () => {
    const activities = triggerPlan(aDraft(), options).map(
      ({ manifest }) => manifest.metadata.annotations?.['imagetriggers.dev/activity'],
    );
    expect(activities.filter((activity) => activity !== undefined)).toEqual([
      '[{"at":"2026-03-01T10:00:00Z","state":"active","by":"ada"}]',
    ]);
    expect(activities[10]).toBeDefined();
  });

  it('marks every object as ours, and selects none of them', () => {
    for (const { manifest } of triggerPlan(aDraft(), options)) {
      expect(manifest.metadata.labels).toMatchObject({
        'app.kubernetes.io/managed-by': 'image-triggers-plugin',
      });
      expect(manifest.metadata.labels).not.toHaveProperty(['imagetriggers.dev/active']);
    }
  });

  it('marks every object with the version that built it', () => {
    for (const { manifest } of triggerPlan(aDraft(), options))
      expect(manifest.metadata.annotations).toMatchObject({
        'imagetriggers.dev/builder-version': '1.2.3',
      });
  });

  it('tells its objects apart, also where one namespace is both', () => {
    const stream = { namespace: 'ci', name: 'web' };
    const keys = triggerPlan(aDraft({ stream }), options).map(resourceKey);
    expect(new Set(keys).size).toBe(15);
  });

  it('has a kind, a version and a place for every manifest', () => {
    for (const { kind, manifest } of triggerPlan(aDraft(), options)) {
      const group = kind.apiGroup === undefined ? '' : `${kind.apiGroup}/`;
      expect(manifest).toMatchObject({ apiVersion: `${group}${kind.apiVersion}`, kind: kind.kind });
      expect(refOf({ kind, manifest })).toEqual({
        kind,
        namespace: manifest.metadata.namespace,
        name: manifest.metadata.name,
      });
    }
  });
});
