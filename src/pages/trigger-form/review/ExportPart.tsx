import { StackItem } from '@patternfly/react-core';
import { GitOpsNotice } from '../../../components/GitOpsNotice';
import { ManifestExportSection } from './ManifestExportSection';
import type { Exporting } from './use-trigger-export';

/** The part of a review that is about GitOps and manifests, as items of a stack. */
export const ExportPart = ({
  exporting: { manifests, limits, managed, deed, isFirstChoice },
  place,
}: {
  readonly exporting: Exporting;
  /** What a review begins with, or ends with: the manifests are where they are looked for. */
  readonly place: 'first' | 'last';
}) => {
  const isHere = isFirstChoice === (place === 'first');
  return (
    <>
      {place === 'first' && managed.length > 0 && (
        <StackItem>
          <GitOpsNotice groups={managed} deed={deed} />
        </StackItem>
      )}
      {isHere && manifests && (
        <StackItem>
          <ManifestExportSection manifests={manifests} limits={limits} />
        </StackItem>
      )}
    </>
  );
};
