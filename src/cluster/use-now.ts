import { useEffect, useState } from 'react';

/** The browser's time, renewed every few seconds, for what changes by waiting only. */
export const useNow = (everySeconds: number): Date => {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(new Date());
    }, everySeconds * 1000);
    return () => {
      clearInterval(timer);
    };
  }, [everySeconds]);
  return now;
};
