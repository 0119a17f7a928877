import { useLayoutEffect } from 'react';
import { useWizardContext } from '@patternfly/react-core';
import { ReviewFooter } from './ReviewFooter';
import type { ReviewFooterProps } from './ReviewFooter';

/** Puts the buttons of a review into the form's footer. */
export const useReviewFooter = (props: ReviewFooterProps): void => {
  const { stage, label, onCheck, onWrite, onExport } = props;
  // Not useWizardFooter: it is another shared module, whose copy of the wizard's context may differ.
  const { setFooter } = useWizardContext();
  // Before it is painted: what was found and the button that follows from it are seen together.
  useLayoutEffect(() => {
    setFooter(<ReviewFooter {...{ stage, label, onCheck, onWrite, onExport }} />);
    return () => setFooter({});
  }, [setFooter, stage, label, onCheck, onWrite, onExport]);
};
