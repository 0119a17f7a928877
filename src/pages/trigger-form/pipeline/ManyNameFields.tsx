import { Form, Grid, GridItem } from '@patternfly/react-core';
import { FieldHelp } from '../../../components/FieldHelp';
import { OpeningSection } from '../../../components/OpeningSection';
import { TextField } from '../../../components/TextField';
import { streamKey } from '../../../domain/push';
import type { Affixes } from '../../../domain/trigger-names';
import { choiceProblemText } from '../../../i18n/many-text';
import { useT } from '../../../i18n/use-t';
import type { ManyProps } from '../source/ManyStreamFields';
import { NameList } from '../NameList';

/** How the triggers are called that the form makes for many ImageStreams. */
export const ManyNameFields = ({ choice, made, onChange }: ManyProps) => {
  const t = useT();
  const { affixes, matched, choiceProblems } = made;
  const named = matched.flatMap(({ ref, isWanted, name }) =>
    isWanted && name !== undefined ? [{ stream: streamKey(ref), name }] : [],
  );
  const left = matched.flatMap(({ ref, boundBy }) =>
    boundBy.length > 0 ? [{ stream: streamKey(ref), name: boundBy.join(', ') }] : [],
  );
  const [first] = named;
  const labels: Record<keyof Affixes, string> = {
    prefix: t('Prefix of the names'),
    suffix: t('Suffix of the names'),
  };
  const help: Record<keyof Affixes, string | undefined> = {
    prefix: t('Stands before the name of the ImageStream.'),
    suffix: first && t('For {{stream}}: {{name}}', first),
  };
  const fieldOf = (part: keyof Affixes) => {
    const problem = choiceProblems.find((one) => 'most' in one && one.part === part);
    return (
      <GridItem>
        <TextField
          id={`trigger-${part}`}
          label={labels[part]}
          value={affixes[part]}
          problem={problem && choiceProblemText(t, problem)}
          help={help[part]}
          onChange={(text) => onChange({ ...choice, [part]: text })}
        />
      </GridItem>
    );
  };
  return (
    <Form isWidthLimited onSubmit={(event) => event.preventDefault()}>
      <Grid hasGutter md={6}>
        {fieldOf('prefix')}
        {fieldOf('suffix')}
      </Grid>
      <div>
        {named.length === 0 ? (
          <FieldHelp warning={t('No ImageStream is left that gets an image trigger.')} />
        ) : (
          <OpeningSection title={t('{{count}} image triggers', { count: named.length })}>
            {() => <NameList label={t('Names of the triggers')} names={named} />}
          </OpeningSection>
        )}
        {left.length > 0 && (
          <OpeningSection
            title={t('{{count}} ImageStreams are left out: triggers run this Pipeline for them', {
              count: left.length,
            })}
          >
            {() => <NameList label={t('ImageStreams that are left out')} names={left} />}
          </OpeningSection>
        )}
      </div>
    </Form>
  );
};
