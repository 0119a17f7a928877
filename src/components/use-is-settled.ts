import { startTransition, useEffect, useState } from 'react';

/**
 * Whether what is in sight is on the screen: false at first, so that what is out of sight can be left
 * out, and true right after, without keeping the page from answering meanwhile.
 */
export const useIsSettled = (): boolean => {
  const [isSettled, setSettled] = useState(false);
  useEffect(() => startTransition(() => setSettled(true)), []);
  return isSettled;
};
