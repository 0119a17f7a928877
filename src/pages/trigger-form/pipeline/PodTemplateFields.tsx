import { Checkbox, Grid, GridItem } from '@patternfly/react-core';
import { FieldHelp } from '../../../components/FieldHelp';
import { TextField } from '../../../components/TextField';
import type { PodField, PodProblem, PodTemplate } from '../../../domain/pod-template';
import { blankToleration } from '../../../domain/toleration';
import { podFieldText, podProblemText } from '../../../i18n/pod-text';
import { useT } from '../../../i18n/use-t';
import { secretKind } from '../../../k8s/secret';
import { EntryInputs } from './EntryInputs';
import { ObjectNameInput } from './ObjectNameInput';
import { RowList } from './RowList';
import { TolerationInputs } from './TolerationInputs';

interface FieldsProps {
  readonly pod: PodTemplate;
  readonly problemOf: (field: PodField, index?: number) => PodProblem | undefined;
  readonly onChange: (pod: PodTemplate) => void;
}

const NodeFields = ({ pod, problemOf, onChange }: FieldsProps) => {
  const t = useT();
  return (
    <>
      <RowList
        id="pod-nodes"
        texts={{
          title: podFieldText.nodeSelector(t),
          help: t('Pods run only on nodes that have all of them.'),
          add: t('Add a node label'),
          remove: (number) => t('Remove node label {{number}}', { number }),
        }}
        rows={pod.nodeSelector}
        blank={{ name: '', value: '' }}
        onChange={(nodeSelector) => onChange({ ...pod, nodeSelector })}
      >
        {(entry, index, change) => {
          const problem = problemOf('nodeSelector', index);
          const isOfValue = problem?.code === 'node-value-illegal';
          return (
            <>
              <EntryInputs
                id={`pod-nodes-${index}`}
                labels={{
                  name: t('Name of node label {{number}}', { number: index + 1 }),
                  value: t('Value of node label {{number}}', { number: index + 1 }),
                }}
                entry={entry}
                wrong={problem && (isOfValue ? 'value' : 'name')}
                onChange={change}
              />
              <FieldHelp
                id={`pod-nodes-${index}-help`}
                problem={problem && podProblemText[problem.code](t)}
              />
            </>
          );
        }}
      </RowList>
      <RowList
        id="pod-tolerations"
        texts={{
          title: podFieldText.tolerations(t),
          help: t('Pods may run on nodes with these taints, which keep others away.'),
          add: t('Add a toleration'),
          remove: (number) => t('Remove toleration {{number}}', { number }),
        }}
        rows={pod.tolerations}
        blank={blankToleration}
        onChange={(tolerations) => onChange({ ...pod, tolerations })}
      >
        {(toleration, index, change) => (
          <TolerationInputs
            index={index}
            toleration={toleration}
            problem={problemOf('tolerations', index)}
            onChange={change}
          />
        )}
      </RowList>
    </>
  );
};

const SecurityFields = ({ pod, problemOf, onChange }: FieldsProps) => {
  const t = useT();
  const fieldOf = (field: 'runAsUser' | 'fsGroup' | 'priorityClass', help: string) => {
    const problem = problemOf(field);
    return (
      <GridItem>
        <TextField
          id={`pod-${field}`}
          label={podFieldText[field](t)}
          value={pod[field]}
          problem={problem && podProblemText[problem.code](t)}
          help={help}
          onChange={(text) => onChange({ ...pod, [field]: text })}
        />
      </GridItem>
    );
  };
  return (
    <>
      <Checkbox
        id="pod-runAsNonRoot"
        label={podFieldText.runAsNonRoot(t)}
        description={t('A container whose image runs as root does not start.')}
        isChecked={pod.runAsNonRoot}
        onChange={(_, runAsNonRoot) => onChange({ ...pod, runAsNonRoot })}
      />
      <Grid hasGutter md={4}>
        {fieldOf('runAsUser', t('Empty for one of the range of the project.'))}
        {fieldOf('fsGroup', t('Owns what volumes hold. Empty for that of the project.'))}
        {fieldOf('priorityClass', t('Empty for the default of the cluster.'))}
      </Grid>
    </>
  );
};

/** The common fields of the pod template of the runs. */
export const PodTemplateFields = ({
  pod,
  namespace,
  problems,
  onChange,
}: {
  readonly pod: PodTemplate;
  readonly namespace: string;
  readonly problems: readonly PodProblem[];
  readonly onChange: (pod: PodTemplate) => void;
}) => {
  const t = useT();
  const problemOf = (podField: PodField, index = 0): PodProblem | undefined =>
    problems.find((one) => one.podField === podField && one.index === index);
  return (
    <>
      <NodeFields pod={pod} problemOf={problemOf} onChange={onChange} />
      <RowList
        id="pod-secrets"
        texts={{
          title: podFieldText.pullSecrets(t),
          help: t('For the images of the tasks, beside those of the service account.'),
          add: t('Add a pull secret'),
          remove: (number) => t('Remove pull secret {{number}}', { number }),
        }}
        rows={pod.pullSecrets}
        blank=""
        onChange={(pullSecrets) => onChange({ ...pod, pullSecrets })}
      >
        {(name, index, change) => {
          const problem = problemOf('pullSecrets', index);
          return (
            <ObjectNameInput
              id={`pod-secrets-${index}`}
              label={t('Pull secret {{number}}', { number: index + 1 })}
              kind={secretKind}
              namespace={namespace}
              value={name}
              problem={problem && podProblemText[problem.code](t)}
              onChange={change}
            />
          );
        }}
      </RowList>
      <SecurityFields pod={pod} problemOf={problemOf} onChange={onChange} />
    </>
  );
};
