import { FormSelect, FormSelectOption, Title } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { FieldHelp } from '../../../components/FieldHelp';
import type { DraftProblem } from '../../../domain/draft';
import type { DraftWorkspace, WorkspaceProblem, WorkspaceSource } from '../../../domain/workspace';
import { useT } from '../../../i18n/use-t';
import {
  workspaceHelpText,
  workspaceProblemText,
  workspaceSourceText,
} from '../../../i18n/workspace-text';
import type { PipelineWorkspace } from '../../../k8s/pipeline';
import { WorkspaceFields } from './WorkspaceFields';

/** What an option begins with, the recommended one first. */
const choices: readonly WorkspaceSource[] = [
  { from: 'volumeClaimTemplate', size: '1Gi', accessMode: 'ReadWriteOnce', storageClass: '' },
  { from: 'persistentVolumeClaim', name: '', subPath: '' },
  { from: 'emptyDir' },
  { from: 'secret', name: '' },
  { from: 'configMap', name: '' },
];

const isOf =
  ({ name }: DraftWorkspace) =>
  (problem: DraftProblem): problem is WorkspaceProblem =>
    'workspace' in problem && problem.workspace === name;

interface RowProps {
  readonly workspace: DraftWorkspace;
  readonly onChange: (workspace: DraftWorkspace) => void;
}

const SourceSelect = ({
  workspace,
  problem,
  onChange,
}: RowProps & { readonly problem: string | undefined }) => {
  const t = useT();
  const { name, isOptional, source, kept } = workspace;
  const id = `workspace-${name}`;
  return (
    <>
      <FormSelect
        id={id}
        aria-label={t('What fills {{name}}', { name })}
        aria-describedby={`${id}-help`}
        value={source.from}
        validated={problem === undefined ? 'default' : 'error'}
        onChange={(_, from) => {
          const others: WorkspaceSource[] = [...choices, { from: 'nothing' }, { from: 'kept' }];
          const chosen = others.find((one) => one.from === from);
          if (chosen) onChange({ ...workspace, source: chosen });
        }}
      >
        {(isOptional || source.from === 'nothing') && (
          <FormSelectOption
            value="nothing"
            label={isOptional ? workspaceSourceText.nothing(t) : t('Choose what fills it')}
            isPlaceholder={!isOptional}
          />
        )}
        {choices.map(({ from }) => (
          <FormSelectOption key={from} value={from} label={workspaceSourceText[from](t)} />
        ))}
        {kept && <FormSelectOption value="kept" label={workspaceSourceText.kept(t)} />}
      </FormSelect>
      <FieldHelp id={`${id}-help`} problem={problem} help={workspaceHelpText[source.from]?.(t)} />
    </>
  );
};

const Row = ({
  workspace,
  description,
  namespace,
  problems,
  onChange,
}: RowProps & {
  readonly description: string | undefined;
  readonly namespace: string;
  readonly problems: readonly WorkspaceProblem[];
}) => {
  const t = useT();
  const { name, isOptional, source, kept } = workspace;
  const missing = problems.find(({ code }) => code === 'workspace-missing');
  return (
    <Tr>
      <Td dataLabel={t('Workspace')}>
        <div>
          <strong>{name}</strong> {isOptional && t('(optional)')}
        </div>
        <FieldHelp help={description} />
      </Td>
      <Td dataLabel={t('Filled with')}>
        <SourceSelect
          workspace={workspace}
          problem={missing && workspaceProblemText[missing.code](t)}
          onChange={onChange}
        />
      </Td>
      <Td dataLabel={t('Details')} modifier="breakWord">
        {source.from === 'kept' ? (
          <code>{JSON.stringify(kept)}</code>
        ) : (
          <WorkspaceFields
            id={`workspace-${name}`}
            namespace={namespace}
            source={source}
            problems={problems}
            onChange={(changed) => onChange({ ...workspace, source: changed })}
          />
        )}
      </Td>
    </Tr>
  );
};

/** One row for each workspace of the Pipeline: what fills it. Nothing where it has none. */
export const WorkspaceRows = ({
  namespace,
  workspaces,
  specs,
  problems,
  onChange,
}: {
  readonly namespace: string;
  readonly workspaces: readonly DraftWorkspace[];
  readonly specs: readonly PipelineWorkspace[];
  readonly problems: readonly DraftProblem[];
  readonly onChange: (workspace: DraftWorkspace) => void;
}) => {
  const t = useT();
  if (workspaces.length === 0) return null;
  return (
    <>
      <Title headingLevel="h2" size="lg">
        {t('Workspaces')}
      </Title>
      <Table
        aria-label={t('Workspaces of the Pipeline')}
        variant="compact"
        gridBreakPoint="grid-lg"
      >
        <Thead>
          <Tr>
            <Th width={25}>{t('Workspace')}</Th>
            <Th width={30}>{t('Filled with')}</Th>
            <Th width={45}>{t('Details')}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {workspaces.map((workspace) => (
            <Row
              key={workspace.name}
              workspace={workspace}
              description={specs.find(({ name }) => name === workspace.name)?.description}
              namespace={namespace}
              problems={problems.filter(isOf(workspace))}
              onChange={onChange}
            />
          ))}
        </Tbody>
      </Table>
    </>
  );
};
