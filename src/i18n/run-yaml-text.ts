import type { DraftProblem } from '../domain/draft';
import type { FieldPath, RunFault, RunYamlProblem } from '../domain/run-yaml/problem';
import { draftProblemText } from './form-text';
import { metadataProblemText, metadataText } from './metadata-text';
import { runSettingText } from './settings-text';
import type { Translate } from './use-t';

/** A place of a manifest as `spec.params[0].value`. */
const pathText = (path: FieldPath): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');

const parserFaultText = (
  t: Translate,
  fault: Extract<RunFault, { code: `yaml-${string}` }>,
): string => {
  switch (fault.code) {
    case 'yaml-long':
      return t('The text is too long: it has at most {{most}} characters.', { most: fault.most });
    case 'yaml-syntax':
      return t('Not YAML. {{message}}', { message: fault.message });
    case 'yaml-several':
      return t('A second document begins here. Each push starts one PipelineRun.');
    case 'yaml-endless':
      return t('The text nests too deep, or its aliases repeat too much.');
    case 'yaml-anchor':
      return t('There is no anchor {{name}}.', { name: fault.name });
    case 'yaml-bare':
      return t(
        '{{text}} without quotes is not the same to everybody who reads YAML. Write {{quoted}} for the text, true or false for a choice.',
        { text: fault.text, quoted: JSON.stringify(fault.text) },
      );
  }
};

const faultText = (t: Translate, fault: RunFault, path: string): string => {
  switch (fault.code) {
    case 'no-run':
      return fault.found === ''
        ? t('Write a PipelineRun of tekton.dev/v1 here, as in the TriggerTemplate.')
        : t('This is {{kind}}. Write a PipelineRun of tekton.dev/v1 here.', { kind: fault.found });
    case 'field-missing':
      return t('{{path}} is missing.', { path });
    case 'not-an-object':
      return t('{{path}} must have fields below it.', { path });
    case 'not-a-list':
      return t('{{path}} must be a list, each item with a hyphen before it.', { path });
    case 'not-a-value':
      return t('{{path}} must be a text, a list of texts, or an object of texts.', { path });
    case 'not-a-text':
      return fault.value === ''
        ? t('{{path}} must be a text.', { path })
        : t('{{path}} must be a text. Write it in quotes: {{quoted}}', {
            path,
            quoted: JSON.stringify(fault.value),
          });
    case 'field-unknown':
      return t('{{path}} has no place in the run. The fields there are {{known}}.', {
        path,
        known: fault.known.join(', '),
      });
    case 'named-twice':
      return t('{{name}} is there twice.', { name: fault.name });
    case 'pipeline-inline':
      return t(
        'A trigger names a Pipeline of the project in spec.pipelineRef. One that is written out here would crash the page of the TriggerTemplate in the console.',
      );
    case 'pipeline-elsewhere':
      return t(
        '{{path}} has no place here: the Pipeline must be one of the project, named by its name alone.',
        { path },
      );
    case 'pipeline-unnamed':
      return t('Name a Pipeline of the project in spec.pipelineRef.name.');
    case 'owned':
      return t('The plugin, the listener or Pipelines set {{path}} themselves. Delete the line.', {
        path,
      });
    case 'mark':
      return `${path}: ${metadataProblemText[fault.problem](t)}`;
    case 'placeholder-of-form':
      return t('{{text}} is how the form view writes it. Write {{wanted}} here.', {
        text: fault.text,
        wanted: fault.wanted,
      });
    case 'placeholder-unknown':
      return t('{{text}} stands for nothing. The placeholders are listed beside the text.', {
        text: fault.text,
      });
    case 'not-held':
      return t('The plugin cannot take over {{path}} as it stands here.', { path });
    case 'yaml-long':
    case 'yaml-syntax':
    case 'yaml-several':
    case 'yaml-endless':
    case 'yaml-anchor':
    case 'yaml-bare':
      return parserFaultText(t, fault);
  }
};

/** What is wrong with the text of a run, and where. */
export const runYamlProblemText = (t: Translate, problem: RunYamlProblem): string =>
  t('Line {{line}}, column {{column}}: {{problem}}', {
    line: problem.line,
    column: problem.column,
    problem: faultText(t, problem, pathText(problem.path)),
  });

/**
 * What is missing or wrong in the run that a text describes, as a sentence that says what it is about;
 * undefined for a problem that is none of the run.
 */
export const runProblemText = (t: Translate, problem: DraftProblem): string | undefined => {
  const text = draftProblemText(t, problem);
  if ('param' in problem) return `${t('Parameter {{name}}', { name: problem.param })}: ${text}`;
  if ('workspace' in problem)
    return `${t('Workspace {{name}}', { name: problem.workspace })}: ${text}`;
  if ('setting' in problem) return `${runSettingText[problem.setting](t)}: ${text}`;
  return 'part' in problem ? `${metadataText[problem.part].title(t)}: ${text}` : undefined;
};
