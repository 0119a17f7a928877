import { FormGroup, Radio } from '@patternfly/react-core';
import { FieldHelp } from '../../../components/FieldHelp';
import { useNow } from '../../../cluster/use-now';
import { runPolicies, settledAt } from '../../../domain/run-policy';
import type { Naming, RunPolicy } from '../../../domain/run-policy';
import {
  policyChangeText,
  policyHelpText,
  policySettlingText,
  policyText,
  policyTitle,
} from '../../../i18n/policy-text';
import { useT } from '../../../i18n/use-t';

/** What runs once: each push, or each image. */
export const PolicyField = ({
  policy,
  now: saved,
  onChange,
}: {
  readonly policy: RunPolicy;
  /** Of the trigger that is edited. */
  readonly now: Naming | undefined;
  readonly onChange: (policy: RunPolicy) => void;
}) => {
  const t = useT();
  const time = useNow(10);
  const settled = saved && settledAt(saved);
  const settling = settled !== undefined && time < new Date(settled) ? settled : undefined;
  return (
    <FormGroup role="radiogroup" isStack label={policyTitle(t)} fieldId="run-policy">
      {runPolicies.map((one) => (
        <Radio
          key={one}
          id={`run-policy-${one}`}
          name="run-policy"
          label={policyText[one](t)}
          description={policyHelpText[one](t)}
          isChecked={policy === one}
          isDisabled={settling !== undefined}
          onChange={() => onChange(one)}
        />
      ))}
      {saved && settling !== undefined && (
        <FieldHelp
          help={policySettlingText(t, {
            policy: saved.policy,
            time: new Date(settling).toLocaleTimeString(),
          })}
        />
      )}
      {saved && saved.policy !== policy && <FieldHelp help={policyChangeText[policy](t)} />}
    </FormGroup>
  );
};
