import {
  ActionList,
  ActionListGroup,
  ActionListItem,
  Button,
  WizardFooterWrapper,
  useWizardContext,
} from '@patternfly/react-core';
import { useT } from '../../../i18n/use-t';

/**
 * How far a review is: being checked, refused by a check that can be done again, ready, with
 * something that keeps it from being written, being written, or over, with nothing left to be done.
 */
export type ReviewStage = 'checking' | 'unchecked' | 'ready' | 'blocked' | 'writing' | 'over';

export interface ReviewFooterProps {
  readonly stage: ReviewStage;
  /** What writing is called; where it is over, what comes next. */
  readonly label: string;
  readonly onCheck: () => void;
  readonly onWrite: () => void;
  /** What comes first where a GitOps tool applies what would be written; `null` until it can. */
  readonly onExport?: (() => void) | null;
}

/** Writing opens once the API server has agreed to everything; until then, one can ask it again. */
export const ReviewFooter = (props: ReviewFooterProps) => {
  const { stage, label, onCheck, onWrite, onExport } = props;
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
          {stage !== 'over' && (
            <ActionListItem>
              <Button variant="secondary" isDisabled={busy} onClick={() => void goToPrevStep()}>
                {t('Back')}
              </Button>
            </ActionListItem>
          )}
          {onExport !== undefined && (
            <ActionListItem>
              <Button
                variant="primary"
                isDisabled={onExport === null || stage === 'writing'}
                onClick={onExport ?? undefined}
              >
                {t('Download manifests')}
              </Button>
            </ActionListItem>
          )}
          <ActionListItem>
            <Button
              variant={onExport === undefined ? 'primary' : 'secondary'}
              isDisabled={stage === 'blocked'}
              isAriaDisabled={busy}
              isLoading={busy}
              onClick={stage === 'unchecked' ? onCheck : onWrite}
            >
              {texts[stage] ?? label}
            </Button>
          </ActionListItem>
        </ActionListGroup>
        {stage !== 'over' && (
          <ActionListGroup>
            <ActionListItem>
              <Button variant="link" isDisabled={stage === 'writing'} onClick={close}>
                {t('Cancel')}
              </Button>
            </ActionListItem>
          </ActionListGroup>
        )}
      </ActionList>
    </WizardFooterWrapper>
  );
};
