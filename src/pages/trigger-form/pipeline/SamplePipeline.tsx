import { useState } from 'react';
import { Button, EmptyState, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import { PlusCircleIcon } from '@patternfly/react-icons';
import { ProblemAlert } from '../../../components/ProblemState';
import { Refusal } from '../../../components/Refusal';
import { useMay } from '../../../cluster/use-access';
import { consoleVerbs } from '../../../cluster/verbs';
import { problemOf } from '../../../domain/problem';
import type { Problem } from '../../../domain/problem';
import { samplePipeline, samplePipelineName } from '../../../domain/sample-pipeline';
import { useT } from '../../../i18n/use-t';
import { pipelineKind } from '../../../k8s/pipeline';

/** Stands where a project has no Pipeline, and makes a first one. */
export const SamplePipeline = ({
  namespace,
  onCreated,
}: {
  readonly namespace: string;
  /** It goes as soon as the Pipeline is seen, and the focus with it. */
  readonly onCreated: () => void;
}) => {
  const t = useT();
  const mayCreate = useMay({ kind: pipelineKind, verb: 'create', namespace });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const create = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await consoleVerbs.create(pipelineKind, samplePipeline(namespace));
      onCreated();
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  };
  return (
    <EmptyState
      variant="sm"
      headingLevel="h2"
      icon={PlusCircleIcon}
      titleText={t('No Pipelines in project {{project}}', { project: namespace })}
    >
      <EmptyStateBody>
        {problem && (
          <Refusal>
            <ProblemAlert title={t('The sample Pipeline was not created')} problem={problem} />
          </Refusal>
        )}
        {t('Create a Pipeline, or start with a sample that prints the reference of the image.')}
        {mayCreate === false && (
          <p>
            {t('You do not have permission to create Pipelines in project {{project}}.', {
              project: namespace,
            })}
          </p>
        )}
      </EmptyStateBody>
      <EmptyStateFooter>
        <Button
          variant="secondary"
          isLoading={busy}
          isAriaDisabled={busy || mayCreate === false}
          onClick={() => void create()}
        >
          {t('Create the sample Pipeline {{name}}', { name: samplePipelineName })}
        </Button>
      </EmptyStateFooter>
    </EmptyState>
  );
};
