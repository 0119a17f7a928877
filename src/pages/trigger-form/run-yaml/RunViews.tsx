import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { LoadingState } from '../../../components/LoadingState';
import type { DraftProblem, TriggerDraft } from '../../../domain/draft';
import type { Watched } from '../../../domain/watched';
import type { Pipeline } from '../../../k8s/pipeline';
import type { FormAction } from '../form-state';
import type { PreviewPush } from '../pipeline/ParamPreview';
import { isTextAhead } from '../yaml-state';
import type { RunYaml } from '../yaml-state';
import { RunViewToggle } from './RunViewToggle';

/** Its parser is large, and few look at the YAML. */
const RunYamlView = lazy(async () => ({
  default: (await import('./RunYamlView')).RunYamlView,
}));

/** What the run is told, as fields or as YAML: two views of one draft. */
export const RunViews = ({
  draft,
  yaml,
  pipelines,
  preview,
  problems,
  dispatch,
  children,
}: {
  /** As it is shown. */
  readonly draft: TriggerDraft;
  /** Where the run is shown as YAML. */
  readonly yaml: RunYaml | undefined;
  readonly pipelines: Watched<Pipeline[]>;
  readonly preview: PreviewPush | undefined;
  readonly problems: readonly DraftProblem[];
  readonly dispatch: (action: FormAction) => void;
  /** The fields. */
  readonly children: ReactNode;
}) => {
  if (pipelines.state !== 'loaded' || draft.namespace === '') return null;
  return (
    <>
      <RunViewToggle
        isYaml={yaml !== undefined}
        isTextAhead={isTextAhead({ yaml })}
        onChange={(isOpen) => dispatch({ type: 'yaml-view', isOpen })}
      />
      {yaml ? (
        <Suspense fallback={<LoadingState />}>
          <RunYamlView
            draft={draft}
            typed={yaml.typed}
            pipelines={pipelines.data}
            preview={preview}
            problems={problems}
            dispatch={dispatch}
          />
        </Suspense>
      ) : (
        children
      )}
    </>
  );
};
