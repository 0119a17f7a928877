import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Content } from '@patternfly/react-core';
import { Steps } from '../../components/Steps';
import { durationText } from '../../components/duration';
import { decidingHop, hopsOf } from '../../domain/push-hops';
import type { Hop, HopsInput } from '../../domain/push-hops';
import { hopNoteText, hopStateText, hopTitle } from '../../i18n/hop-text';
import { useT } from '../../i18n/use-t';

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
    <Steps
      name={t('The way of the push through the chain')}
      isVertical
      steps={hops.map((hop) => {
        const { id, state, note } = hop;
        return {
          id: `hop-${id}`,
          title: hopTitle[id](t),
          state: hopStateText[state](t),
          look: state,
          isCurrent: hop === deciding,
          description: state !== 'not-reached' && (
            <>
              <HopTime hop={hop} />
              <Content component="small">{hopNoteText[note](t, input)}</Content>
            </>
          ),
        };
      })}
    />
  );
};
