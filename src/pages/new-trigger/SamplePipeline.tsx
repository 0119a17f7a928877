import { useState } from 'react';
import { Button, EmptyState, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import { PlusCircleIcon } from '@patternfly/react-icons';
import { ProblemAlert } from '../../components/ProblemState';
import { consoleVerbs } from '../../cluster/verbs';
import { problemOf } from '../../domain/problem';
import type { Problem } from '../../domain/problem';
import { samplePipeline, samplePipelineName } from '../../domain/sample-pipeline';
import { useT } from '../../i18n/use-t';
import { pipelineKind } from '../../k8s/pipeline';

/** Stands where a project has no Pipeline, and makes a first one. */
export const SamplePipeline = ({ namespace }: { readonly namespace: string }) => {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const create = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await consoleVerbs.create(pipelineKind, samplePipeline(namespace));
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
          <ProblemAlert title={t('The sample Pipeline was not created')} problem={problem} />
        )}
        {t('Create a Pipeline, or start with a sample that prints the reference of the image.')}
      </EmptyStateBody>
      <EmptyStateFooter>
        <Button
          variant="secondary"
          isLoading={busy}
          isDisabled={busy}
          onClick={() => void create()}
        >
          {t('Create the sample Pipeline {{name}}', { name: samplePipelineName })}
        </Button>
      </EmptyStateFooter>
    </EmptyState>
  );
};
