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
import { RadioChoice } from '../RadioChoice';

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
    <RadioChoice
      id="run-policy"
      label={policyTitle(t)}
      options={runPolicies.map((value) => ({
        value,
        label: policyText[value](t),
        description: policyHelpText[value](t),
      }))}
      chosen={policy}
      isDisabled={settling !== undefined}
      onChoose={onChange}
    >
      {saved && settling !== undefined && (
        <FieldHelp
          help={policySettlingText(t, {
            policy: saved.policy,
            time: new Date(settling).toLocaleTimeString(),
          })}
        />
      )}
      {saved && saved.policy !== policy && <FieldHelp help={policyChangeText[policy](t)} />}
    </RadioChoice>
  );
};
