import { useState } from 'react';
import type { ReactNode } from 'react';
import { EmptyResult } from '../../components/EmptyResult';
import { LinkButton } from '../../components/LinkButton';
import { NoSuchTrigger } from '../../components/NoSuchTrigger';
import { WatchedContent } from '../../components/WatchedContent';
import { triggerPath } from '../../components/paths';
import { readRefusalText } from '../../i18n/edit-text';
import { useT } from '../../i18n/use-t';
import { useReadableTrigger } from './use-readable-trigger';
import type { ReadTrigger } from './use-readable-trigger';

/** Reads a trigger into the form, once: what comes of it later is the form's to say. */
export const TriggerLoader = ({
  namespace,
  name,
  children,
}: {
  readonly namespace: string;
  readonly name: string;
  readonly children: (read: ReadTrigger) => ReactNode;
}) => {
  const t = useT();
  const readable = useReadableTrigger(namespace, name);
  const [read, setRead] = useState<ReadTrigger>();
  if (!read && readable.state === 'loaded' && readable.data.outcome === 'read')
    setRead(readable.data);
  if (read) return children(read);
  return (
    <WatchedContent watched={readable}>
      {(found) =>
        found.outcome === 'refused' ? (
          <EmptyResult
            title={t('Image trigger {{name}} cannot be read into the form', { name })}
            body={readRefusalText[found.refusal](t)}
          >
            <LinkButton variant="primary" to={triggerPath({ namespace, name })}>
              {t('Show its details')}
            </LinkButton>
          </EmptyResult>
        ) : (
          <NoSuchTrigger namespace={namespace} name={name} />
        )
      }
    </WatchedContent>
  );
};
