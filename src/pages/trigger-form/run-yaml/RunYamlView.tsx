import { useEffect, useLayoutEffect, useRef } from 'react';
import {
  Alert,
  Button,
  FormGroup,
  Grid,
  GridItem,
  List,
  ListItem,
  Stack,
} from '@patternfly/react-core';
import { FieldHelp } from '../../../components/FieldHelp';
import type { DraftProblem, TriggerDraft } from '../../../domain/draft';
import { draftRunYaml } from '../../../domain/run-yaml/draft-run';
import { readRunYaml } from '../../../domain/run-yaml/read-run-yaml';
import { runProblemText, runYamlProblemText } from '../../../i18n/run-yaml-text';
import { useT } from '../../../i18n/use-t';
import type { Pipeline } from '../../../k8s/pipeline';
import { nameOf } from '../../../k8s/resource';
import type { FormAction } from '../form-state';
import { KeptNotice } from '../kept/KeptNotice';
import type { PreviewPush } from '../pipeline/ParamPreview';
import type { TypedYaml } from '../yaml-state';
import { Placeholders } from './Placeholders';
import { YamlEditor } from './YamlEditor';

const id = 'run-yaml';

/** Where a line of a text begins and ends. */
const rangeOfLine = (text: string, line: number): readonly [number, number] => {
  const lines = text.split('\n');
  const from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  return [from, from + (lines[line - 1]?.length ?? 0)];
};

/** What is known of the run that the text describes, once it is read. */
const RunNotices = ({
  draft,
  pipeline,
  problems,
}: {
  readonly draft: TriggerDraft;
  readonly pipeline: Pipeline | undefined;
  readonly problems: readonly DraftProblem[];
}) => {
  const t = useT();
  const found = problems
    .map((problem) => runProblemText(t, problem))
    .filter((text) => text !== undefined);
  const declared = new Set(pipeline?.spec?.params?.map(({ name }) => name));
  const others = pipeline
    ? draft.params.map(({ name }) => name).filter((name) => !declared.has(name))
    : [];
  return (
    <>
      {found.length > 0 && (
        <Alert component="h3" isInline variant="danger" title={t('The run is not complete')}>
          <List isPlain>
            {found.map((text) => (
              <ListItem key={text}>{text}</ListItem>
            ))}
          </List>
        </Alert>
      )}
      {others.length > 0 && (
        <Alert
          component="h3"
          isInline
          isPlain
          variant="info"
          title={t('The Pipeline declares no parameter {{names}}', { names: others.join(', ') })}
        >
          {t('It is kept, and every run is given it.')}
        </Alert>
      )}
      <KeptNotice kept={draft.kept} />
    </>
  );
};

/** The run of a draft as YAML, which can be changed: another view of what the form shows. */
export const RunYamlView = ({
  draft,
  typed,
  pipelines,
  preview,
  problems,
  dispatch,
}: {
  /** As it is shown. */
  readonly draft: TriggerDraft;
  readonly typed: TypedYaml | undefined;
  /** Of the project. */
  readonly pipelines: readonly Pipeline[];
  readonly preview: PreviewPush | undefined;
  readonly problems: readonly DraftProblem[];
  readonly dispatch: (action: FormAction) => void;
}) => {
  const t = useT();
  const area = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number>();
  const text = typed?.text ?? draftRunYaml(draft);
  const verdict = typed?.verdict ?? 'read';
  const problem = typeof verdict === 'string' ? undefined : verdict;
  const pipelineNamed = (name: string): Pipeline | undefined =>
    pipelines.find((one) => nameOf(one) === name);
  const change = (next: string): void =>
    dispatch({
      type: 'yaml-text',
      text: next,
      found: readRunYaml(next, { draft, pipelineNamed }),
    });
  useEffect(() => {
    if (verdict === 'unread') change(text);
  });
  useLayoutEffect(() => {
    if (caret.current === undefined) return;
    area.current?.setSelectionRange(caret.current, caret.current);
    area.current?.focus();
    caret.current = undefined;
  }, [text]);
  const insert = (placeholder: string): void => {
    const { selectionStart: from = text.length, selectionEnd: to = from } = area.current ?? {};
    caret.current = from + placeholder.length;
    change(text.slice(0, from) + placeholder + text.slice(to));
  };
  return (
    <Grid hasGutter>
      <GridItem lg={8}>
        <Stack hasGutter>
          <FormGroup label={t('PipelineRun that each push starts')} fieldId={id}>
            <YamlEditor
              ref={area}
              id={id}
              value={text}
              problemLine={problem?.line}
              onChange={change}
            />
            <FieldHelp
              id={`${id}-help`}
              problem={problem && runYamlProblemText(t, problem)}
              help={t(
                'As in the TriggerTemplate, without what the plugin adds: the name of the run and the record of its push.',
              )}
            />
            {problem && (
              <Button
                variant="link"
                isInline
                onClick={() => {
                  // The focus brings what is selected into view.
                  area.current?.setSelectionRange(...rangeOfLine(text, problem.line));
                  area.current?.focus();
                }}
              >
                {t('Go to line {{line}}', { line: problem.line })}
              </Button>
            )}
          </FormGroup>
          {problem === undefined && (
            <RunNotices
              draft={draft}
              pipeline={pipelineNamed(draft.pipeline)}
              problems={problems}
            />
          )}
        </Stack>
      </GridItem>
      <GridItem lg={4}>
        <Placeholders preview={preview} onInsert={insert} />
      </GridItem>
    </Grid>
  );
};
