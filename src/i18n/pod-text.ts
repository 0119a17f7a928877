import { filledPod } from '../domain/pod-template';
import type { PodField, PodProblem, PodTemplate } from '../domain/pod-template';
import type { Toleration } from '../domain/toleration';
import type { Translate } from './use-t';

export const podFieldText: Record<PodField, (t: Translate) => string> = {
  nodeSelector: (t) => t('Node labels'),
  tolerations: (t) => t('Tolerations'),
  pullSecrets: (t) => t('Image pull secrets'),
  runAsNonRoot: (t) => t('Never run as root'),
  runAsUser: (t) => t('User id'),
  fsGroup: (t) => t('Group id of volumes'),
  priorityClass: (t) => t('Priority class'),
};

export const podProblemText: Record<PodProblem['code'], (t: Translate) => string> = {
  'node-label-illegal': (t) =>
    t('Enter the name of a label, such as {{example}}.', { example: 'kubernetes.io/arch' }),
  'node-label-twice': (t) => t('This name is there already.'),
  'node-value-illegal': (t) =>
    t(
      'Use at most 63 letters, digits, hyphens, underscores and dots; start and end with a letter or digit.',
    ),
  'toleration-key': (t) =>
    t('Enter the key of a taint, such as {{example}}. Only {{operator}} can do without.', {
      example: 'dedicated',
      operator: 'Exists',
    }),
  'toleration-value': (t) =>
    t(
      'Use at most 63 letters, digits, hyphens, underscores and dots; start and end with a letter or digit.',
    ),
  'toleration-seconds': (t) => t('Enter a whole number of seconds, or nothing for always.'),
  'pull-secret-illegal': (t) =>
    t('Use lower case letters, digits, hyphens and dots; start and end with a letter or digit.'),
  'id-illegal': (t) => t('Enter a whole number from 0 to 2147483647.'),
  'user-is-root': (t) =>
    t('User 0 is root, and nothing may run as root: no container would start.'),
  'priority-class-illegal': (t) =>
    t('Use lower case letters, digits, hyphens and dots; start and end with a letter or digit.'),
};

/** As `oc` prints taints: `dedicated=ci:NoSchedule`. */
const tolerationText = (
  t: Translate,
  { key, operator, value, effect, seconds }: Toleration,
): string => {
  const taint = key === '' ? t('every taint') : operator === 'Exists' ? key : `${key}=${value}`;
  const whole = effect === '' ? taint : `${taint}:${effect}`;
  return seconds === '' ? whole : t('{{taint}} for {{seconds}} s', { taint: whole, seconds });
};

const valueText = (t: Translate, field: PodField, pod: PodTemplate): string => {
  switch (field) {
    case 'nodeSelector':
      return pod.nodeSelector.map(({ name, value }) => `${name}=${value}`).join(', ');
    case 'tolerations':
      return pod.tolerations.map((one) => tolerationText(t, one)).join(', ');
    case 'pullSecrets':
      return pod.pullSecrets.join(', ');
    case 'runAsNonRoot':
      return pod.runAsNonRoot ? t('Yes') : '';
    case 'runAsUser':
    case 'fsGroup':
    case 'priorityClass':
      return pod[field];
  }
};

/** What a field of a pod template says, in a line. */
export const podValueText = (t: Translate, field: PodField, pod: PodTemplate): string =>
  valueText(t, field, filledPod(pod)) || t('None');
