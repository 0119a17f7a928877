import fc from 'fast-check';
import { podProblems } from '../domain/pod-template';
import type { PodTemplate } from '../domain/pod-template';
import { taintEffects, tolerationField, tolerationOperators } from '../domain/toleration';
import type { Toleration } from '../domain/toleration';
import { markName, markValue } from './draft-texts';

const objectName = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,8}[a-z0-9])?$/);

const id = fc.oneof(fc.constant(''), fc.integer({ min: 0, max: 2 ** 31 - 1 }).map(String));

const tolerations: fc.Arbitrary<Toleration> = fc
  .record({
    key: fc.oneof(fc.constant(''), markName),
    operator: fc.constantFrom(...tolerationOperators),
    value: fc.oneof(fc.constant(''), markValue),
    effect: fc.constantFrom(...taintEffects),
    seconds: fc.oneof(fc.constant(''), fc.nat().map(String)),
  })
  .filter((one) => tolerationField(one) === undefined);

/** What the form lets through about pods. */
export const pod: fc.Arbitrary<PodTemplate> = fc
  .record({
    nodeSelector: fc.uniqueArray(fc.record({ name: markName, value: markValue }), {
      maxLength: 2,
      selector: ({ name }) => name,
    }),
    tolerations: fc.array(tolerations, { maxLength: 2 }),
    pullSecrets: fc.array(objectName, { maxLength: 2 }),
    runAsNonRoot: fc.boolean(),
    runAsUser: id,
    fsGroup: id,
    priorityClass: fc.oneof(fc.constant(''), objectName),
  })
  .filter((all) => podProblems(all).length === 0);
