import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Content, ProgressStep, ProgressStepper } from '@patternfly/react-core';
import type { ProgressStepProps } from '@patternfly/react-core';
import { MinusCircleIcon, QuestionCircleIcon } from '@patternfly/react-icons';
import { durationText } from '../../components/duration';
import { decidingHop, hopsOf } from '../../domain/push-hops';
import type { Hop, HopsInput, HopState } from '../../domain/push-hops';
import { hopNoteText, hopStateText, hopTitle } from '../../i18n/hop-text';
import { useT } from '../../i18n/use-t';

const looks: Record<HopState, Pick<ProgressStepProps, 'variant' | 'icon'>> = {
  done: { variant: 'success' },
  'under-way': { variant: 'info' },
  failed: { variant: 'danger' },
  stopped: { variant: 'default', icon: <MinusCircleIcon /> },
  'not-reached': { variant: 'pending' },
  unknown: { variant: 'default', icon: <QuestionCircleIcon /> },
};

/** When the push was there, and how long it took from the hop before. */
const HopTime = ({ hop: { at, since } }: { readonly hop: Hop }) => {
  const t = useT();
  if (at === undefined) return null;
  const latency = durationText(t, since, at);
  return (
    <div>
      <Timestamp timestamp={at} />
      {/* The console's time is a line of its own. */}
      {latency !== undefined && <div>{t('{{latency}} later', { latency })}</div>}
    </div>
  );
};

/** The way of a push through the chain, hop by hop. */
export const HopSteps = (input: HopsInput) => {
  const t = useT();
  const hops = hopsOf(input);
  const deciding = decidingHop(hops);
  return (
    <ProgressStepper isVertical aria-label={t('The way of the push through the chain')}>
      {hops.map((hop) => {
        const { id, state, note } = hop;
        const title = hopTitle[id](t);
        return (
          <ProgressStep
            key={id}
            id={`hop-${id}`}
            titleId={`hop-${id}-title`}
            {...looks[state]}
            isCurrent={hop === deciding}
            aria-label={t('{{title}}: {{state}}', { title, state: hopStateText[state](t) })}
            description={
              state === 'not-reached' ? undefined : (
                <>
                  <HopTime hop={hop} />
                  <Content component="small">{hopNoteText[note](t, input)}</Content>
                </>
              )
            }
          >
            {title}
          </ProgressStep>
        );
      })}
    </ProgressStepper>
  );
};
