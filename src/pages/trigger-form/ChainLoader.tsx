import { useState } from 'react';
import type { ReactNode } from 'react';
import { EmptyResult } from '../../components/EmptyResult';
import { LinkButton } from '../../components/LinkButton';
import { WatchedContent } from '../../components/WatchedContent';
import { triggersPath } from '../../components/paths';
import { takeOverRefusalText } from '../../i18n/take-over-text';
import { useT } from '../../i18n/use-t';
import { useChainStart } from './use-chain-start';
import type { ChainStart } from './use-chain-start';

/** Reads a chain into the form, once: what becomes of it later, the take-over has to say. */
export const ChainLoader = ({
  namespace,
  chainKey,
  children,
}: {
  readonly namespace: string | undefined;
  readonly chainKey: string;
  readonly children: (start: ChainStart) => ReactNode;
}) => {
  const t = useT();
  const readable = useChainStart(namespace, chainKey);
  const [start, setStart] = useState<ChainStart>();
  if (!start && readable.state === 'loaded' && readable.data.outcome === 'read')
    setStart(readable.data.start);
  if (start) return children(start);
  return (
    <WatchedContent watched={readable}>
      {(found) => (
        <EmptyResult
          title={
            found.outcome === 'refused'
              ? t('This chain cannot be taken over')
              : t('There is no such chain any more')
          }
          body={
            found.outcome === 'refused'
              ? takeOverRefusalText[found.refusal](t)
              : t('Somebody has changed or deleted it, or you may not see all of its parts.')
          }
        >
          <LinkButton variant="primary" to={triggersPath(namespace)}>
            {t('Show the image triggers')}
          </LinkButton>
        </EmptyResult>
      )}
    </WatchedContent>
  );
};
