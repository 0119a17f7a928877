import { useMemo, useState } from 'react';
import { Alert, ExpandableSection } from '@patternfly/react-core';
import { FieldHelp } from '../../../components/FieldHelp';
import type { Push } from '../../../domain/push';
import type { RunPolicy } from '../../../domain/run-policy';
import { isDecidedByTag, usableCel } from '../../../domain/tag-rule';
import type { TagRule } from '../../../domain/tag-rule';
import { manyRunsAnHour, wouldHaveRun } from '../../../domain/would-have-run';
import type { BusiestHour } from '../../../domain/would-have-run';
import { useDay } from '../../../i18n/use-day';
import { useT } from '../../../i18n/use-t';
import { JudgedPushes } from './JudgedPushes';
import { scopeTexts } from './scope';
import type { Scope } from './scope';

const ManyRuns = ({ busiest }: { readonly busiest: BusiestHour }) => {
  const t = useT();
  const day = useDay();
  return (
    <Alert
      component="h3"
      isInline
      variant="warning"
      title={t('This rule would have started {{runs}} runs within one hour, on {{day}}', {
        runs: busiest.runs,
        day: day(busiest.since),
      })}
    >
      {t(
        'That is more than one a minute. See that the project has room for so many, or choose fewer tags.',
      )}
    </Alert>
  );
};

interface WouldHaveRunProps {
  /** Newest first. */
  readonly pushes: readonly Push[];
  readonly rule: TagRule;
  readonly policy: RunPolicy;
  readonly scope: Scope;
}

/** Why nobody can tell what a rule would have made of earlier pushes. */
const NobodyKnows = ({ rule }: Pick<WouldHaveRunProps, 'rule'>) => {
  const t = useT();
  const { fields = [], functions = [] } = usableCel(rule) ?? {};
  return (
    <FieldHelp
      help={
        functions.length > 0
          ? t(
              'Which earlier pushes would have run cannot be told here: only the listener has {{functions}}.',
              { functions: functions.join(', ') },
            )
          : t(
              'Which earlier pushes would have run cannot be told: what {{fields}} was at that time is not on record. So the history will call pushes without a run Unknown, not missed.',
              { fields: fields.join(', ') },
            )
      }
    />
  );
};

const Judged = ({ pushes, rule, policy, scope }: WouldHaveRunProps) => {
  const t = useT();
  const day = useDay();
  const [open, setOpen] = useState(false);
  const judged = useMemo(() => wouldHaveRun(pushes, rule, policy), [pushes, rule, policy]);
  const { running, since, busiest } = judged;
  if (since === undefined) return null;
  return (
    <>
      {busiest && busiest.runs > manyRunsAnHour && <ManyRuns busiest={busiest} />}
      <div>
        <ExpandableSection
          isExpanded={open}
          onToggle={(_, next) => setOpen(next)}
          toggleContent={t('{{running}} of {{all}} pushes since {{day}} would have run', {
            running,
            all: pushes.length,
            day: day(since),
          })}
        >
          {open && <JudgedPushes pushes={judged.pushes} scope={scope} />}
        </ExpandableSection>
        <FieldHelp help={scopeTexts[scope].noOlder(t)} />
      </div>
    </>
  );
};

/** What the rule would have made of the pushes that are still on record. */
export const WouldHaveRun = (props: WouldHaveRunProps) =>
  isDecidedByTag(props.rule) ? <Judged {...props} /> : <NobodyKnows rule={props.rule} />;
