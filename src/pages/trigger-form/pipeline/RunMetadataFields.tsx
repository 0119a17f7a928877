import type { DraftProblem } from '../../../domain/draft';
import { metadataParts } from '../../../domain/run-metadata';
import type { MetadataProblem } from '../../../domain/run-metadata';
import { useT } from '../../../i18n/use-t';
import { FoldedFields } from './FoldedFields';
import type { DraftFieldsProps } from './draft-fields-props';
import { MetadataRows } from './MetadataRows';

const isMetadataProblem = (problem: DraftProblem): problem is MetadataProblem => 'part' in problem;

/** What the runs are marked with, beside the plugin's own marks. Open where something is filled in. */
export const RunMetadataFields = ({ draft, problems, dispatch }: DraftFieldsProps) => {
  const t = useT();
  const { metadata } = draft;
  const found = problems.filter(isMetadataProblem);
  return (
    <FoldedFields
      id="run-metadata"
      title={t('Labels and annotations of the runs')}
      isFilled={metadataParts.some((part) => metadata[part].length > 0)}
      hasProblem={found.length > 0}
      isOffered={draft.pipeline !== ''}
    >
      {metadataParts.map((part) => (
        <MetadataRows
          key={part}
          part={part}
          entries={metadata[part]}
          problems={found}
          onChange={(entries) =>
            dispatch({ type: 'metadata', metadata: { ...metadata, [part]: entries } })
          }
        />
      ))}
    </FoldedFields>
  );
};
