import { Suspense, lazy } from 'react';
import { LoadingState } from '../../../components/LoadingState';
import type { DraftProblem } from '../../../domain/draft';
import { filledPodFields } from '../../../domain/pod-template';
import type { PodProblem } from '../../../domain/pod-template';
import { useT } from '../../../i18n/use-t';
import { FoldedFields } from './FoldedFields';
import type { DraftFieldsProps } from './draft-fields-props';

const PodTemplateFields = lazy(async () => ({
  default: (await import('./PodTemplateFields')).PodTemplateFields,
}));

const isPodProblem = (problem: DraftProblem): problem is PodProblem => 'podField' in problem;

/** Where the pods of the runs may run, and as whom. Open where something is filled in. */
export const RunPodFields = ({ draft, problems, dispatch }: DraftFieldsProps) => {
  const t = useT();
  const { pod, namespace } = draft;
  const found = problems.filter(isPodProblem);
  return (
    <FoldedFields
      id="run-pods"
      title={t('Nodes and security of the pods')}
      isFilled={filledPodFields(pod).length > 0}
      hasProblem={found.length > 0}
      isOffered={draft.pipeline !== ''}
    >
      <Suspense fallback={<LoadingState />}>
        <PodTemplateFields
          pod={pod}
          namespace={namespace}
          problems={found}
          onChange={(changed) => dispatch({ type: 'pod', pod: changed })}
        />
      </Suspense>
    </FoldedFields>
  );
};
