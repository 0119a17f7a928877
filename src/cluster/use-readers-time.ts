import { useEffect, useState } from 'react';
import { readersTime } from '../domain/server-time';
import { consoleVerbs } from './verbs';

/** The API server's time when the component first came; undefined until it has said it. */
export const useReadersTime = (): string | undefined => {
  const [time, setTime] = useState<string>();
  useEffect(() => {
    let current = true;
    readersTime(consoleVerbs).then(
      (now) => {
        if (current) setTime(now);
      },
      // Without a time there is no export; all else goes on.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, []);
  return time;
};
