import { screen } from '@testing-library/react';
import type { EventOfPush } from '../domain/push-event';
import { anImageStream } from '../testing/builders';
import { renderPage } from '../testing/render-page';
import { SendButton } from './SendButton';

describe('the button that sends a push through the chain', () => {
  const event: EventOfPush = {
    outcome: 'event',
    event: { listener: 'image-triggers', headers: {}, body: anImageStream() },
  };

  it.each<[string, EventOfPush, boolean, RegExp]>([
    ['a trigger is paused', { outcome: 'impossible', problem: 'paused' }, true, /is paused/],
    ['a user may not reach the listener', event, false, /create on services\/proxy/],
  ])('is disabled with its reason where %s', async (...[, of, mayReach, reason]) => {
    const send = jest.fn();
    const props = { namespace: 'ci', event: of, mayReach, busy: false, send };
    const { user } = await renderPage({ page: <SendButton {...props} />, route: '/', at: '/' });
    const button = screen.getByRole('button', { name: 'Send through the chain' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await user.hover(button);
    expect(await screen.findByRole('tooltip')).toHaveTextContent(reason);
    await user.click(button);
    expect(send).not.toHaveBeenCalled();
  });
});
