import { useEffect, useRef, useState } from 'react';

/** So long a change waits for the next one: who types or watches a burst hears its end. */
const quietMs = 1_000;

/**
 * Says politely to a screen reader what has changed on its own, at most once a second and the last
 * word of it. It must be there before there is something to say: an empty text says nothing.
 */
export const Announcement = ({ text }: { readonly text: string }) => {
  const [said, setSaid] = useState('');
  const latest = useRef(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = text;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      setSaid(latest.current);
    }, quietMs);
  }, [text]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return (
    <div role="status" className="pf-v6-screen-reader">
      {said}
    </div>
  );
};
