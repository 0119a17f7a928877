import fc from 'fast-check';
import { podProblems } from '../../../src/domain/pod-template';
import type { PodTemplate } from '../../../src/domain/pod-template';
import { taintEffects, tolerationOperators } from '../../../src/domain/toleration';

/** Names and values of labels; legal ones, and some that are not. */
const labelNames = fc.oneof(
  fc.stringMatching(/^([a-z]{1,9}\.[a-z]{1,9}\/)?[A-Za-z]([-\w.]{0,20}[A-Za-z0-9])?$/),
  fc.constantFrom('', '-x', 'a/b/c', 'a'.repeat(64)),
);
const labelValues = fc.oneof(
  fc.stringMatching(/^([A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?)?$/),
  fc.constantFrom('-', 'a b', 'a'.repeat(64)),
);

const objectNames = fc.oneof(
  fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,20}[a-z0-9])?$/),
  fc.constantFrom('', 'Illegal'),
);

const numbers = fc.oneof(
  fc.constantFrom('', '', '0', '-1', '01', '1.5', 'x', '2147483647', '2147483648'),
  fc.nat().map(String),
);

/** What the form lets through about the pods of runs. */
export const pods: fc.Arbitrary<PodTemplate> = fc
  .record({
    nodeSelector: fc.array(fc.record({ name: labelNames, value: labelValues }), { maxLength: 2 }),
    tolerations: fc.array(
      fc.record({
        key: labelNames,
        operator: fc.constantFrom(...tolerationOperators),
        value: labelValues,
        effect: fc.constantFrom(...taintEffects),
        seconds: numbers,
      }),
      { maxLength: 2 },
    ),
    pullSecrets: fc.array(objectNames, { maxLength: 2 }),
    runAsNonRoot: fc.boolean(),
    runAsUser: numbers,
    fsGroup: numbers,
    priorityClass: objectNames,
  })
  .filter((all) => podProblems(all).length === 0);
