import { useState } from 'react';
import { ExpandableSection, Form } from '@patternfly/react-core';
import type { DraftProblem, TriggerDraft } from '../../domain/draft';
import { metadataParts } from '../../domain/run-metadata';
import type { MetadataProblem } from '../../domain/run-metadata';
import { useT } from '../../i18n/use-t';
import { MetadataRows } from './MetadataRows';
import type { FormAction } from './form-state';

const isMetadataProblem = (problem: DraftProblem): problem is MetadataProblem => 'part' in problem;

/** What the runs are marked with, beside the plugin's own marks. Open where something is filled in. */
export const RunMetadataFields = ({
  draft,
  problems,
  dispatch,
}: {
  readonly draft: TriggerDraft;
  readonly problems: readonly DraftProblem[];
  readonly dispatch: (action: FormAction) => void;
}) => {
  const t = useT();
  const { metadata } = draft;
  const [isOpen, setOpen] = useState(metadataParts.some((part) => metadata[part].length > 0));
  const found = problems.filter(isMetadataProblem);
  const isExpanded = isOpen || found.length > 0;
  if (draft.pipeline === '') return null;
  return (
    <ExpandableSection
      toggleText={t('Labels and annotations of the runs')}
      toggleId="run-metadata-toggle"
      contentId="run-metadata"
      isExpanded={isExpanded}
      // What is wrong stays in sight, also once it is put right.
      onToggle={(_, open) => setOpen(open || found.length > 0)}
      isIndented
    >
      {isExpanded && (
        <Form isWidthLimited onSubmit={(event) => event.preventDefault()}>
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
        </Form>
      )}
    </ExpandableSection>
  );
};
