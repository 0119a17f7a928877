import { Button, Tooltip } from '@patternfly/react-core';
import type { PushEvent, EventOfPush } from '../domain/push-event';
import { mayNotReachText } from '../i18n/access-text';
import { pushEventProblemText } from '../i18n/sent-text';
import { useT } from '../i18n/use-t';

export interface SendButtonProps {
  /** Of the listener. */
  readonly namespace: string;
  readonly event: EventOfPush;
  /** Whether the user may reach the listener; undefined until it is known. */
  readonly mayReach: boolean | undefined;
  readonly busy: boolean;
  readonly send: (event: PushEvent) => void;
}

/** Sends the event of a push to the listener again; disabled, with its reason, where that is vain. */
export const SendButton = ({ namespace, event, mayReach, busy, send }: SendButtonProps) => {
  const t = useT();
  const title = t('Send through the chain');
  if (event.outcome === 'event' && mayReach !== false)
    return (
      <Button variant="secondary" isDisabled={busy} onClick={() => send(event.event)}>
        {title}
      </Button>
    );
  const reason =
    event.outcome === 'impossible'
      ? pushEventProblemText[event.problem](t)
      : mayNotReachText(t, namespace);
  return (
    <Tooltip content={reason}>
      <Button variant="secondary" isAriaDisabled>
        {title}
      </Button>
    </Tooltip>
  );
};
