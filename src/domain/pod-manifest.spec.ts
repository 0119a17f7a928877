import { splitPodTemplate, withPodTemplate } from './pod-manifest';
import { noPodTemplate } from './pod-template';
import type { PodTemplate } from './pod-template';
import { blankToleration } from './toleration';

const ofPods = (podTemplate: unknown): object => ({ taskRunTemplate: { podTemplate } });

describe('the pod template of a run', () => {
  it.each<[object, Partial<PodTemplate>, object]>([
    [{}, {}, {}],
    [{ status: 'x' }, {}, { status: 'x' }],
    [ofPods({}), {}, ofPods({})],
    [ofPods(null), {}, ofPods(null)],
    [ofPods('odd'), {}, ofPods('odd')],
    [{ taskRunTemplate: 'odd' }, {}, { taskRunTemplate: 'odd' }],
    [ofPods({ priorityClassName: 'low' }), { priorityClass: 'low' }, {}],
    [ofPods({ priorityClassName: '$(x)' }), {}, ofPods({ priorityClassName: '$(x)' })],
    [
      {
        taskRunTemplate: { serviceAccountName: '$(x)', podTemplate: { priorityClassName: 'low' } },
      },
      { priorityClass: 'low' },
      { taskRunTemplate: { serviceAccountName: '$(x)' } },
    ],
    [
      ofPods({ schedulerName: 'own', priorityClassName: 'low' }),
      { priorityClass: 'low' },
      ofPods({ schedulerName: 'own' }),
    ],
    [
      ofPods({ nodeSelector: { 'kubernetes.io/arch': 'arm64', zone: '$(x)' } }),
      { nodeSelector: [{ name: 'kubernetes.io/arch', value: 'arm64' }] },
      ofPods({ nodeSelector: { zone: '$(x)' } }),
    ],
    [ofPods({ nodeSelector: {} }), {}, ofPods({ nodeSelector: {} })],
    [ofPods({ nodeSelector: { a: 5 } }), {}, ofPods({ nodeSelector: { a: 5 } })],
    [
      ofPods({ tolerations: [{ key: 'a', operator: 'Exists' }] }),
      { tolerations: [{ ...blankToleration, key: 'a', operator: 'Exists' }] },
      {},
    ],
    // Of a list, all or none: its order stays.
    [
      ofPods({ tolerations: [{ key: 'a', operator: 'Exists' }, { key: 'b' }] }),
      {},
      ofPods({ tolerations: [{ key: 'a', operator: 'Exists' }, { key: 'b' }] }),
    ],
    [ofPods({ tolerations: [] }), {}, ofPods({ tolerations: [] })],
    [ofPods({ imagePullSecrets: [{ name: 'a' }, { name: 'b' }] }), { pullSecrets: ['a', 'b'] }, {}],
    [
      ofPods({ imagePullSecrets: [{ name: 'a' }, {}] }),
      {},
      ofPods({ imagePullSecrets: [{ name: 'a' }, {}] }),
    ],
    [
      ofPods({ securityContext: { runAsNonRoot: true, runAsUser: 1000, fsGroup: 0 } }),
      { runAsNonRoot: true, runAsUser: '1000', fsGroup: '0' },
      {},
    ],
    [
      ofPods({
        securityContext: { runAsNonRoot: false, runAsUser: -1, fsGroup: 5, runAsGroup: 5 },
      }),
      { fsGroup: '5' },
      ofPods({ securityContext: { runAsNonRoot: false, runAsUser: -1, runAsGroup: 5 } }),
    ],
  ])('in %j is %j, and all else is left: %j', (spec, pod, rest) => {
    const all = { ...noPodTemplate, ...pod };
    expect(splitPodTemplate(spec)).toEqual({ pod: all, rest });
    expect(withPodTemplate(rest, all)).toEqual(spec);
  });

  it('has what the form adds behind what it cannot hold', () => {
    const kept = ofPods({
      tolerations: [{ key: 'b' }],
      securityContext: { runAsGroup: 5 },
      nodeSelector: { zone: '$(x)' },
    });
    const pod: PodTemplate = {
      ...noPodTemplate,
      tolerations: [blankToleration, { ...blankToleration, key: 'a' }],
      runAsUser: '1000',
      nodeSelector: [{ name: 'arch', value: 'arm64' }],
    };
    expect(withPodTemplate(kept, pod)).toEqual(
      ofPods({
        tolerations: [{ key: 'b' }, { key: 'a', operator: 'Equal' }],
        securityContext: { runAsGroup: 5, runAsUser: 1000 },
        nodeSelector: { zone: '$(x)', arch: 'arm64' },
      }),
    );
  });
});
