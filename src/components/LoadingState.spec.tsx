import { act, render, screen } from '@testing-library/react';
import { renderPage } from '../testing/render-page';
import { LoadingState } from './LoadingState';

const slow = /^Still waiting for the API server/;

afterEach(() => jest.useRealTimers());

describe('LoadingState', () => {
  it('says to screen readers that something is on its way', async () => {
    await renderPage({ page: <LoadingState />, route: '/', at: '/' });
    expect(screen.getAllByText('Loading').length).toBeGreaterThan(0);
    expect(screen.queryByText(slow)).not.toBeInTheDocument();
  });

  it('says so where it takes long', () => {
    jest.useFakeTimers();
    render(<LoadingState />);
    act(() => jest.advanceTimersByTime(4_900));
    expect(screen.queryByText(slow)).not.toBeInTheDocument();
    act(() => jest.advanceTimersByTime(200));
    expect(screen.getByText(slow)).toBeInTheDocument();
  });
});
