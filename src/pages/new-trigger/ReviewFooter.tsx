import {
  ActionList,
  ActionListGroup,
  ActionListItem,
  Button,
  WizardFooterWrapper,
  useWizardContext,
} from '@patternfly/react-core';
import { useT } from '../../i18n/use-t';
import type { Creation } from './use-creation';

/** Create opens once the API server has agreed to everything; until then, one can ask it again. */
export const ReviewFooter = ({
  creation,
  permitted,
  onCheck,
  onCreate,
}: {
  readonly creation: Creation;
  readonly permitted: boolean;
  readonly onCheck: () => void;
  readonly onCreate: () => void;
}) => {
  const t = useT();
  const { goToPrevStep, close } = useWizardContext();
  const busy = creation.step === 'writing' || creation.step === 'rehearsing';
  const unchecked =
    permitted && creation.step === 'rehearsed' && creation.rehearsal.outcome === 'failed';
  const ready =
    permitted &&
    ((creation.step === 'rehearsed' && creation.rehearsal.outcome === 'ready') ||
      (creation.step === 'done' && creation.result.outcome === 'failed'));
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
              isDisabled={!ready && !busy && !unchecked}
              isAriaDisabled={busy}
              isLoading={busy}
              onClick={unchecked ? onCheck : onCreate}
            >
              {unchecked
                ? t('Check again')
                : creation.step === 'rehearsing'
                  ? t('Checking')
                  : t('Create')}
            </Button>
          </ActionListItem>
        </ActionListGroup>
        <ActionListGroup>
          <ActionListItem>
            <Button variant="link" isDisabled={creation.step === 'writing'} onClick={close}>
              {t('Cancel')}
            </Button>
          </ActionListItem>
        </ActionListGroup>
      </ActionList>
    </WizardFooterWrapper>
  );
};
