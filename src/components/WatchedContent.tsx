import type { ReactNode } from 'react';
import type { Watched } from '../domain/watched';
import { useT } from '../i18n/use-t';
import { LoadingState } from './LoadingState';
import { ProblemAlert, ProblemState } from './ProblemState';

/** What is watched, once it is there; until then, or where it fails, a state that says so. */
export const WatchedContent = <T,>({
  watched,
  hint,
  meanwhile,
  children,
}: {
  readonly watched: Watched<T>;
  /** What else can be done where it fails. */
  readonly hint?: ReactNode;
  /** Stands in its place while it is on its way. Where it is what the children are, it stays. */
  readonly meanwhile?: ReactNode;
  readonly children: (data: T) => ReactNode;
}) => {
  const t = useT();
  switch (watched.state) {
    case 'loading':
      return (
        <>
          {undefined}
          {meanwhile ?? <LoadingState />}
        </>
      );
    case 'failed':
      return <ProblemState problem={watched.problem}>{hint}</ProblemState>;
    case 'loaded':
      return (
        <>
          {watched.stale && (
            <ProblemAlert
              variant="warning"
              title={t('Live updates have stopped: what you see may be out of date')}
              problem={watched.stale}
            />
          )}
          {children(watched.data)}
        </>
      );
  }
};
