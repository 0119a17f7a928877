import { FormGroup, FormSelect, FormSelectOption, Grid, GridItem } from '@patternfly/react-core';
import { TextField } from '../../../components/TextField';
import { claimAccessModes } from '../../../domain/workspace';
import type { WorkspaceProblem, WorkspaceSource } from '../../../domain/workspace';
import { useT } from '../../../i18n/use-t';
import { workspaceProblemText } from '../../../i18n/workspace-text';
import { configMapKind } from '../../../k8s/config-map';
import { persistentVolumeClaimKind } from '../../../k8s/persistent-volume-claim';
import { secretKind } from '../../../k8s/secret';
import { storageClassKind } from '../../../k8s/storage-class';
import { ObjectNameInput } from './ObjectNameInput';

interface FieldsProps<Source extends WorkspaceSource> {
  /** Unique among the rows. */
  readonly id: string;
  readonly namespace: string;
  readonly source: Source;
  /** What is wrong with a field, by the codes that are about it. */
  readonly problemOf: (...codes: WorkspaceProblem['code'][]) => string | undefined;
  readonly onChange: (source: WorkspaceSource) => void;
}

type SourceOf<From extends WorkspaceSource['from']> = Extract<WorkspaceSource, { from: From }>;

const NewClaimFields = ({
  id,
  source,
  problemOf,
  onChange,
}: FieldsProps<SourceOf<'volumeClaimTemplate'>>) => {
  const t = useT();
  const problem = problemOf('workspace-size');
  return (
    <Grid hasGutter>
      <GridItem span={4}>
        <TextField
          id={`${id}-size`}
          label={t('Size')}
          value={source.size}
          isRequired
          problem={problem}
          onChange={(size) => onChange({ ...source, size })}
        />
      </GridItem>
      <GridItem span={8}>
        <FormGroup label={t('Access mode')} fieldId={`${id}-mode`}>
          <FormSelect
            id={`${id}-mode`}
            value={source.accessMode}
            onChange={(_, chosen) => {
              const accessMode = claimAccessModes.find((mode) => mode === chosen);
              if (accessMode) onChange({ ...source, accessMode });
            }}
          >
            {claimAccessModes.map((mode) => (
              <FormSelectOption key={mode} value={mode} label={mode} />
            ))}
          </FormSelect>
        </FormGroup>
      </GridItem>
      <GridItem>
        <ObjectNameInput
          id={`${id}-class`}
          label={t('Storage class')}
          kind={storageClassKind}
          value={source.storageClass}
          problem={problemOf('workspace-class')}
          help={t('Empty for the default of the cluster.')}
          onChange={(storageClass) => onChange({ ...source, storageClass })}
        />
      </GridItem>
    </Grid>
  );
};

const ClaimFields = ({
  id,
  namespace,
  source,
  problemOf,
  onChange,
}: FieldsProps<SourceOf<'persistentVolumeClaim'>>) => {
  const t = useT();
  const problem = problemOf('workspace-path');
  return (
    <Grid hasGutter>
      <GridItem>
        <ObjectNameInput
          id={`${id}-claim`}
          label={t('Name of the PersistentVolumeClaim')}
          kind={persistentVolumeClaimKind}
          namespace={namespace}
          value={source.name}
          problem={problemOf('workspace-object-missing', 'workspace-object-illegal')}
          isRequired
          onChange={(name) => onChange({ ...source, name })}
        />
      </GridItem>
      <GridItem>
        <TextField
          id={`${id}-path`}
          label={t('Folder')}
          value={source.subPath}
          problem={problem}
          help={t('Empty for all of it.')}
          onChange={(subPath) => onChange({ ...source, subPath })}
        />
      </GridItem>
    </Grid>
  );
};

const ObjectField = ({
  id,
  namespace,
  source,
  problemOf,
  onChange,
}: FieldsProps<SourceOf<'secret' | 'configMap'>>) => {
  const t = useT();
  const isSecret = source.from === 'secret';
  return (
    <ObjectNameInput
      key={source.from}
      id={`${id}-object`}
      label={isSecret ? t('Name of the Secret') : t('Name of the ConfigMap')}
      kind={isSecret ? secretKind : configMapKind}
      namespace={namespace}
      value={source.name}
      problem={problemOf('workspace-object-missing', 'workspace-object-illegal')}
      isRequired
      onChange={(name) => onChange({ ...source, name })}
    />
  );
};

/** The fields of what fills a workspace. */
export const WorkspaceFields = ({
  problems,
  ...props
}: Omit<FieldsProps<WorkspaceSource>, 'problemOf'> & {
  /** Of this workspace. */
  readonly problems: readonly WorkspaceProblem[];
}) => {
  const t = useT();
  const { source, ...rest } = props;
  const problemOf = (...codes: WorkspaceProblem['code'][]): string | undefined => {
    const found = problems.find(({ code }) => codes.includes(code));
    return found && workspaceProblemText[found.code](t);
  };
  switch (source.from) {
    case 'nothing':
    case 'emptyDir':
    case 'kept':
      return null;
    case 'volumeClaimTemplate':
      return <NewClaimFields {...rest} source={source} problemOf={problemOf} />;
    case 'persistentVolumeClaim':
      return <ClaimFields {...rest} source={source} problemOf={problemOf} />;
    case 'secret':
    case 'configMap':
      return <ObjectField {...rest} source={source} problemOf={problemOf} />;
  }
};
