import { act, render, screen } from '@testing-library/react';
import { Announcement } from './Announcement';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const pass = (ms: number): void => act(() => jest.advanceTimersByTime(ms));

describe('Announcement', () => {
  it('is there before it says something', () => {
    render(<Announcement text="3 rows" />);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    pass(1_000);
    expect(screen.getByRole('status')).toHaveTextContent('3 rows');
  });

  it('says the last of what changes within a second, and does not wait for the end of a burst', () => {
    const { rerender } = render(<Announcement text="" />);
    const said: string[] = [];
    for (let rows = 1; rows <= 20; rows += 1) {
      rerender(<Announcement text={`${rows} rows`} />);
      pass(100);
      said.push(screen.getByRole('status').textContent);
    }
    expect([...new Set(said)]).toEqual(['', '10 rows', '20 rows']);
  });

  it('says nothing twice', async () => {
    const { rerender } = render(<Announcement text="3 rows" />);
    pass(1_000);
    const changes = jest.fn();
    new MutationObserver(changes).observe(screen.getByRole('status'), {
      childList: true,
      characterData: true,
      subtree: true,
    });
    rerender(<Announcement text="3 rows" />);
    pass(5_000);
    await act(() => Promise.resolve());
    expect(changes).not.toHaveBeenCalled();
  });
});
