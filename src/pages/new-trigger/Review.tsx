import { useCallback, useLayoutEffect, useMemo } from 'react';
import { useWizardContext } from '@patternfly/react-core';
import { useNavigate } from 'react-router';
import { triggerPath } from '../../components/paths';
import { useDenied } from '../../cluster/use-access';
import { useOverloadWith } from '../../cluster/use-overloads';
import { accessQuestionsOf } from '../../domain/access';
import type { CompleteDraft } from '../../domain/draft';
import { ReviewFooter } from './ReviewFooter';
import { ReviewStep } from './ReviewStep';
import { useCreation } from './use-creation';

/** The last step of the form, with its buttons in the form's footer. */
export const Review = ({ draft }: { readonly draft: CompleteDraft }) => {
  const navigate = useNavigate();
  const { creation, report, missing, rehearse, create } = useCreation(draft);
  const questions = useMemo(() => accessQuestionsOf(missing ?? []), [missing]);
  const denied = useDenied(questions);
  const overload = useOverloadWith(draft);
  const onCreate = useCallback(() => {
    void create().then((result) => {
      if (result.outcome === 'created') void navigate(triggerPath(draft));
    });
  }, [create, navigate, draft]);
  const permitted = missing !== undefined && denied?.length === 0;
  // Not useWizardFooter: it is another shared module, whose copy of the wizard's context may differ.
  const { setFooter } = useWizardContext();
  // Before it is painted: what was found and the button that follows from it are seen together.
  useLayoutEffect(() => {
    setFooter(
      <ReviewFooter
        creation={creation}
        permitted={permitted}
        onCheck={rehearse}
        onCreate={onCreate}
      />,
    );
    return () => setFooter({});
  }, [setFooter, creation, permitted, rehearse, onCreate]);
  return <ReviewStep {...{ draft, creation, report, denied, overload }} />;
};
