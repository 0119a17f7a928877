import { clusterRoleKind } from './role';
import type { Condition } from './resource';
import {
  annotationOf,
  apiVersionOf,
  conditionOf,
  groupVersionKindOf,
  labelOf,
  nameOf,
  namespaceOf,
} from './resource';
import { serviceAccountKind } from './service-account';
import { triggerKind } from './trigger';

describe('a kind', () => {
  it.each([
    [triggerKind, 'triggers.tekton.dev/v1beta1'],
    [clusterRoleKind, 'rbac.authorization.k8s.io/v1'],
    [serviceAccountKind, 'v1'],
  ])('has its apiVersion', (kind, apiVersion) => {
    expect(apiVersionOf(kind)).toBe(apiVersion);
  });

  it('has its group, version and kind, without a group in the core group', () => {
    expect(groupVersionKindOf(triggerKind)).toEqual({
      group: 'triggers.tekton.dev',
      version: 'v1beta1',
      kind: 'Trigger',
    });
    expect(groupVersionKindOf(serviceAccountKind)).toStrictEqual({
      version: 'v1',
      kind: 'ServiceAccount',
    });
  });
});

describe('an object', () => {
  const object = {
    metadata: { name: 'web', namespace: 'ci', labels: { a: '1' }, annotations: { b: '2' } },
  };

  it('has a name, a namespace, labels and annotations', () => {
    expect([nameOf(object), namespaceOf(object)]).toEqual(['web', 'ci']);
    expect([labelOf(object, 'a'), annotationOf(object, 'b')]).toEqual(['1', '2']);
    expect([labelOf(object, 'b'), annotationOf(object, 'a')]).toEqual([undefined, undefined]);
  });

  it.each([[{}], [{ metadata: {} }]])('may have none of them: %j', (empty) => {
    expect([nameOf(empty), namespaceOf(empty)]).toEqual(['', '']);
    expect([labelOf(empty, 'a'), annotationOf(empty, 'b')]).toEqual([undefined, undefined]);
  });
});

describe('conditionOf', () => {
  const ready: Condition = { type: 'Ready', status: 'True' };

  it('finds the condition of a type', () => {
    expect(conditionOf([{ type: 'Deployed', status: 'False' }, ready], 'Ready')).toBe(ready);
    expect(conditionOf([ready], 'Succeeded')).toBeUndefined();
    expect(conditionOf(undefined, 'Ready')).toBeUndefined();
  });
});
