import {
  changedPodFields,
  filledPod,
  filledPodFields,
  noPodTemplate,
  podProblems,
} from './pod-template';
import type { PodTemplate } from './pod-template';
import { blankToleration } from './toleration';

const blank = { name: '', value: '' };

describe('what a pod template says', () => {
  const withBlankRows: PodTemplate = {
    ...noPodTemplate,
    nodeSelector: [blank],
    tolerations: [blankToleration],
    pullSecrets: [''],
  };

  it('is nothing where no row is begun', () => {
    expect(filledPod(withBlankRows)).toEqual(noPodTemplate);
    expect(filledPodFields(withBlankRows)).toEqual([]);
  });

  it('is each field that is filled', () => {
    expect(
      filledPodFields({
        ...withBlankRows,
        pullSecrets: ['', 'a'],
        runAsNonRoot: true,
        fsGroup: '0',
      }),
    ).toEqual(['pullSecrets', 'runAsNonRoot', 'fsGroup']);
  });

  it('is the same in whatever order the labels of nodes are, but not the tolerations', () => {
    const [a, b] = ['a', 'b'].map((name) => ({ name, value: 'x' }));
    const [one, other] = ['a', 'b'].map((key) => ({ ...blankToleration, key }));
    const pod = { ...noPodTemplate, nodeSelector: [a!, b!], tolerations: [one!, other!] };
    expect(changedPodFields(pod, { ...pod, nodeSelector: [b!, a!] })).toEqual([]);
    expect(changedPodFields(pod, { ...pod, tolerations: [other!, one!] })).toEqual(['tolerations']);
  });
});

describe('podProblems', () => {
  it.each<[Partial<PodTemplate>, string[]]>([
    [{}, []],
    [{ nodeSelector: [{ name: 'kubernetes.io/arch', value: 'arm64' }, blank] }, []],
    [{ nodeSelector: [{ name: 'node-role.kubernetes.io/ci', value: '' }] }, []],
    [{ nodeSelector: [blank, { name: '', value: 'x' }] }, ['node-label-illegal 1']],
    [{ nodeSelector: [{ name: 'a b', value: 'x' }] }, ['node-label-illegal 0']],
    [{ nodeSelector: [{ name: 'a', value: '$(tag)' }] }, ['node-value-illegal 0']],
    [
      {
        nodeSelector: [
          { name: 'a', value: 'x' },
          { name: 'a', value: 'y' },
        ],
      },
      ['node-label-twice 1'],
    ],
    [{ tolerations: [blankToleration] }, []],
    [{ tolerations: [{ ...blankToleration, value: 'x' }] }, ['toleration-key 0']],
    [{ tolerations: [{ ...blankToleration, key: 'a', value: 'b c' }] }, ['toleration-value 0']],
    [
      { tolerations: [{ ...blankToleration, key: 'a', effect: 'NoExecute', seconds: 'x' }] },
      ['toleration-seconds 0'],
    ],
    [{ pullSecrets: ['', 'quay', 'Quay'] }, ['pull-secret-illegal 2']],
    [{ runAsUser: '1000', fsGroup: '2147483647' }, []],
    [{ runAsUser: '-1', fsGroup: '2147483648' }, ['id-illegal 0', 'id-illegal 0']],
    [{ runAsUser: '01' }, ['id-illegal 0']],
    [{ runAsUser: 'root' }, ['id-illegal 0']],
    [{ runAsUser: '0' }, []],
    [{ runAsUser: '0', fsGroup: '0', runAsNonRoot: true }, ['user-is-root 0']],
    [{ priorityClass: 'low' }, []],
    [{ priorityClass: 'Low' }, ['priority-class-illegal 0']],
  ])('finds in %j: %j', (overrides, problems) => {
    const found = podProblems({ ...noPodTemplate, ...overrides });
    expect(found.map(({ code, index }) => `${code} ${index}`)).toEqual(problems);
  });
});
