import { Alert, Button, Grid, GridItem } from '@patternfly/react-core';
import { TextField } from '../../../components/TextField';
import type { ManyDrafts } from '../../../domain/many-drafts';
import type { StreamChoice, StreamChoiceProblem } from '../../../domain/stream-choice';
import type { UnreadableProject } from '../../../domain/attention';
import { choiceProblemText } from '../../../i18n/many-text';
import { useT } from '../../../i18n/use-t';

export interface ManyProps {
  readonly choice: StreamChoice;
  /** What comes of it. */
  readonly made: ManyDrafts;
  readonly onChange: (choice: StreamChoice) => void;
}

/** That the choice is among what was selected in a list, and the way out of it. */
const AmongSelected = ({ choice, onChange }: Omit<ManyProps, 'made'>) => {
  const t = useT();
  const count = choice.among?.length ?? 0;
  return (
    <div>
      {t('Offered are the {{count}} ImageStreams that were selected in the list.', { count })}{' '}
      <Button
        variant="link"
        isInline
        onClick={() => {
          onChange({ ...choice, among: undefined });
          // What was pressed goes.
          document.getElementById('stream-pattern')?.focus();
        }}
      >
        {t('Offer all')}
      </Button>
    </div>
  );
};

/** By what the ImageStreams are chosen that get a trigger each. */
export const ManyStreamFields = ({ choice, made, onChange }: ManyProps) => {
  const t = useT();
  const problemOf = (code: StreamChoiceProblem['code']): string | undefined => {
    const problem = made.choiceProblems.find((one) => one.code === code);
    return problem && choiceProblemText(t, problem);
  };
  return (
    <>
      {choice.among && <AmongSelected choice={choice} onChange={onChange} />}
      <Grid hasGutter md={6}>
        <GridItem>
          <TextField
            id="stream-pattern"
            label={t('Name pattern')}
            value={choice.pattern}
            problem={problemOf('pattern-illegal')}
            help={t(
              '* stands for any characters, ? for one. The whole name must match, with a slash also the project: {{example}}. Commas stand between several.',
              { example: 'team-*/web-*' },
            )}
            onChange={(pattern) => onChange({ ...choice, pattern })}
          />
        </GridItem>
        <GridItem>
          <TextField
            id="stream-labels"
            label={t('Labels')}
            value={choice.labels}
            problem={problemOf('labels-illegal')}
            help={t('Such as {{examples}}. With commas between, all must hold.', {
              examples: 'team=shop, tier!=test, scanned, !legacy',
            })}
            onChange={(labels) => onChange({ ...choice, labels })}
          />
        </GridItem>
      </Grid>
    </>
  );
};

/** Projects of which nobody can tell what in them matches. */
export const UnreadableProjects = ({
  projects,
}: {
  readonly projects: readonly UnreadableProject[];
}) => {
  const t = useT();
  return projects.length === 0 ? null : (
    <Alert
      component="h3"
      isInline
      variant="warning"
      title={t('The ImageStreams of {{count}} projects cannot be read, and get no image trigger', {
        count: projects.length,
      })}
    >
      {projects.map(({ namespace }) => namespace).join(', ')}
    </Alert>
  );
};
