import {
  ActionList,
  ActionListGroup,
  ActionListItem,
  Button,
  WizardFooterWrapper,
  useWizardContext,
} from '@patternfly/react-core';
import { useT } from '../../i18n/use-t';

/**
 * How far a review is: being checked, refused by a check that can be done again, ready, with
 * something that keeps it from being written, or being written.
 */
export type ReviewStage = 'checking' | 'unchecked' | 'ready' | 'blocked' | 'writing';

export interface ReviewFooterProps {
  readonly stage: ReviewStage;
  /** What writing is called. */
  readonly label: string;
  readonly onCheck: () => void;
  readonly onWrite: () => void;
}

/** Writing opens once the API server has agreed to everything; until then, one can ask it again. */
export const ReviewFooter = ({ stage, label, onCheck, onWrite }: ReviewFooterProps) => {
  const t = useT();
  const { goToPrevStep, close } = useWizardContext();
  const busy = stage === 'writing' || stage === 'checking';
  const texts: Partial<Record<ReviewStage, string>> = {
    unchecked: t('Check again'),
    checking: t('Checking'),
  };
  return (
    <WizardFooterWrapper>
      <ActionList>
        <ActionListGroup>
          <ActionListItem>
            <Button variant="secondary" isDisabled={busy} onClick={() => void goToPrevStep()}>
              {t('Back')}
            </Button>
          </ActionListItem>
          <ActionListItem>
            <Button
              variant="primary"
              isDisabled={stage === 'blocked'}
              isAriaDisabled={busy}
              isLoading={busy}
              onClick={stage === 'unchecked' ? onCheck : onWrite}
            >
              {texts[stage] ?? label}
            </Button>
          </ActionListItem>
        </ActionListGroup>
        <ActionListGroup>
          <ActionListItem>
            <Button variant="link" isDisabled={stage === 'writing'} onClick={close}>
              {t('Cancel')}
            </Button>
          </ActionListItem>
        </ActionListGroup>
      </ActionList>
    </WizardFooterWrapper>
  );
};
