import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Alert, AlertActionLink, PageSection } from '@patternfly/react-core';
import { streamText } from '../../../i18n/stream-text';
import { useT } from '../../../i18n/use-t';
import type { Translate } from '../../../i18n/use-t';
import type { FormState } from '../form-state';
import { restoredForm } from './restored-form';
import type { StoredForm } from './stored-form';
import { useFormKeeper } from './use-form-keeper';
import type { FormId, FormKeeper } from './use-form-keeper';

const droppedText: Record<'unreadable' | 'outdated', (t: Translate) => string> = {
  unreadable: (t) =>
    t('What you had not finished was stored by another version of this page, and is dropped'),
  outdated: (t) =>
    t('What you had not finished is dropped, because the image trigger has changed since'),
};

/** What the form that was left binds, as far as it was filled in. */
const contentsOf = (t: Translate, { state: { draft, many } }: StoredForm): string =>
  [many ? t('Many ImageStreams') : draft.stream && streamText(t, draft.stream), draft.pipeline]
    .filter((part) => part !== undefined && part !== '')
    .join(' → ');

const Offer = ({
  stored,
  onContinue,
  onDiscard,
}: {
  readonly stored: StoredForm;
  readonly onContinue: () => void;
  readonly onDiscard: () => void;
}) => {
  const t = useT();
  return (
    <Alert
      component="h2"
      isInline
      variant="info"
      title={t('You have not finished this form')}
      actionLinks={
        <>
          <AlertActionLink onClick={onContinue}>{t('Continue')}</AlertActionLink>
          <AlertActionLink onClick={onDiscard}>{t('Discard')}</AlertActionLink>
        </>
      }
    >
      <div>{contentsOf(t, stored)}</div>
      {t('Last changed')}: <Timestamp timestamp={stored.savedAt} simple />
    </Alert>
  );
};

/** A form that survives a reload: what was left of it is offered again above it. */
export const KeptForm = ({
  initial,
  children,
  ...id
}: FormId & {
  readonly initial: FormState;
  readonly children: (initial: FormState, keeper: FormKeeper) => ReactNode;
}) => {
  const t = useT();
  const { before, answer, keeper, goOn, discard } = useFormKeeper(id);
  const stored = before.found === 'form' ? before.stored : undefined;
  const start = stored && answer === 'continue' ? restoredForm(stored, initial) : initial;
  return (
    <>
      {stored && answer === undefined && (
        <PageSection hasBodyWrapper={false}>
          <Offer stored={stored} onContinue={goOn} onDiscard={discard} />
        </PageSection>
      )}
      {(before.found === 'unreadable' || before.found === 'outdated') && (
        <PageSection hasBodyWrapper={false}>
          <Alert component="h2" isInline variant="info" title={droppedText[before.found](t)} />
        </PageSection>
      )}
      <Fragment key={answer === 'continue' ? 'continued' : 'begun'}>
        {children(start, keeper)}
      </Fragment>
    </>
  );
};
