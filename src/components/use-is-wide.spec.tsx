import { act, render, screen } from '@testing-library/react';
import { useIsWide } from './use-is-wide';

const Width = () => <p>{useIsWide() ? 'wide' : 'narrow'}</p>;

const resize = (width: number): void =>
  act(() => {
    Object.defineProperty(window, 'innerWidth', { value: width, configurable: true });
    window.dispatchEvent(new Event('resize'));
  });

describe('useIsWide', () => {
  const { innerWidth } = window;
  afterEach(() => resize(innerWidth));

  it('follows the window', () => {
    resize(1440);
    render(<Width />);
    expect(screen.getByText('wide')).toBeInTheDocument();
    resize(768);
    expect(screen.getByText('narrow')).toBeInTheDocument();
    resize(1300);
    expect(screen.getByText('wide')).toBeInTheDocument();
  });
});
