import { useSyncExternalStore } from 'react';

/** From this width of the window on, in px, seven steps beside each other can be read. */
const wideFrom = 1300;

const subscribe = (onChange: () => void): (() => void) => {
  window.addEventListener('resize', onChange);
  return () => {
    window.removeEventListener('resize', onChange);
  };
};

/** Whether the window has room for a chain from left to right. */
export const useIsWide = (): boolean =>
  useSyncExternalStore(subscribe, () => window.innerWidth >= wideFrom);
