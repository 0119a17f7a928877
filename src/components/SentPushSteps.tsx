import { useEffect, useRef } from 'react';
import { Content } from '@patternfly/react-core';
import type { PushId } from '../domain/push-id';
import type { Problem } from '../domain/problem';
import type { SentHop, Sending } from '../domain/sent-way';
import { hopStateText } from '../i18n/hop-text';
import { sentHopTitle, sentNoteText } from '../i18n/sent-text';
import { useT } from '../i18n/use-t';
import { pipelineRunKind } from '../k8s/pipeline-run';
import { Announcement } from './Announcement';
import { KindLink } from './KindLink';
import { ProblemAlert } from './ProblemState';
import { Refusal } from './Refusal';
import { Steps } from './Steps';

/** The stop that says most of how it stands: the last that it has reached. */
const furthest = (hops: readonly SentHop[]): SentHop | undefined =>
  hops.findLast(({ note }) => note !== undefined);

export interface SentPushStepsProps {
  readonly sending: Sending;
  readonly hops: readonly SentHop[];
  /** Of the push, once there is one. */
  readonly run: PushId | undefined;
  /** Why nobody can tell whether there is one. */
  readonly watchProblem: Problem | undefined;
}

/** The way of an event that the user has sent to the listener, live, up to the end of its run. */
export const SentPushSteps = ({ sending, hops, run, watchProblem }: SentPushStepsProps) => {
  const t = useT();
  const last = furthest(hops);
  const box = useRef<HTMLDivElement>(null);
  // What was pressed is gone.
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1}>
      {sending.state === 'refused' && (
        <Refusal>
          <ProblemAlert title={t('The event was not sent')} problem={sending.problem} />
        </Refusal>
      )}
      {watchProblem && (
        <ProblemAlert
          title={t('The PipelineRun cannot be watched')}
          problem={watchProblem}
          variant="warning"
        />
      )}
      <Announcement text={last?.note ? sentNoteText[last.note](t) : ''} />
      <Steps
        name={t('The way of the event through the chain')}
        isVertical
        steps={hops.map(({ id: hop, state, note }) => ({
          id: `sent-${hop}`,
          title: sentHopTitle[hop](t),
          state: hopStateText[state](t),
          look: state,
          isCurrent: hop === last?.id,
          description: note !== undefined && (
            <>
              {hop === 'created' && run && <KindLink kind={pipelineRunKind} {...run} />}
              <Content component="small">{sentNoteText[note](t)}</Content>
            </>
          ),
        }))}
      />
    </div>
  );
};
