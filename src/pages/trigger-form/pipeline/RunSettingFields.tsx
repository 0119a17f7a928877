import { Grid, GridItem } from '@patternfly/react-core';
import { TextField } from '../../../components/TextField';
import type { DraftProblem } from '../../../domain/draft';
import { runSettings } from '../../../domain/run-settings';
import type { RunSetting, RunSettingProblem } from '../../../domain/run-settings';
import {
  runSettingHelpText,
  runSettingProblemText,
  runSettingText,
} from '../../../i18n/settings-text';
import { useT } from '../../../i18n/use-t';
import { serviceAccountKind } from '../../../k8s/service-account';
import { FoldedFields } from './FoldedFields';
import type { DraftFieldsProps } from './draft-fields-props';
import { ObjectNameInput } from './ObjectNameInput';

const isSettingProblem = (problem: DraftProblem): problem is RunSettingProblem =>
  'setting' in problem;

const timeouts = runSettings.filter((setting) => setting !== 'serviceAccount');

interface SettingProps {
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

/** What few runs need: an account of their own, timeouts. Open where something is filled in. */
export const RunSettingFields = ({ draft, problems, dispatch }: DraftFieldsProps) => {
  const t = useT();
  const { settings, namespace } = draft;
  const found = problems.filter(isSettingProblem);
  const fieldOf = (setting: RunSetting): SettingProps => {
    const problem = found.find((one) => one.setting === setting);
    return {
      value: settings[setting],
      problem: problem && runSettingProblemText[problem.code](t),
      onChange: (value) => dispatch({ type: 'setting', setting, value }),
    };
  };
  return (
    <FoldedFields
      id="run-settings"
      title={t('Service account and timeouts')}
      isFilled={runSettings.some((setting) => settings[setting] !== '')}
      hasProblem={found.length > 0}
      isOffered={draft.pipeline !== ''}
    >
      <ObjectNameInput
        id="setting-serviceAccount"
        label={runSettingText.serviceAccount(t)}
        kind={serviceAccountKind}
        namespace={namespace}
        help={runSettingHelpText.serviceAccount(t)}
        {...fieldOf('serviceAccount')}
      />
      <Grid hasGutter md={4}>
        {timeouts.map((setting) => (
          <GridItem key={setting}>
            <TextField
              id={`setting-${setting}`}
              label={runSettingText[setting](t)}
              help={runSettingHelpText[setting](t)}
              {...fieldOf(setting)}
            />
          </GridItem>
        ))}
      </Grid>
    </FoldedFields>
  );
};
