import { useCallback, useEffect, useState } from 'react';
import { currentUser } from '../../../cluster/current-user';
import { consoleVerbs } from '../../../cluster/verbs';
import { pluginVersion } from '../../../cluster/version';
import { editTrigger, rehearseEdit } from '../../../domain/apply/edit-trigger';
import type { Edit, EditRehearsal, EditResult } from '../../../domain/apply/edit-trigger';
import { settleEdit } from '../../../domain/apply/settle-edit';
import { problemOf } from '../../../domain/problem';
import type { Problem } from '../../../domain/problem';

export type Editing =
  | { readonly step: 'rehearsing' }
  | { readonly step: 'rehearsed'; readonly rehearsal: EditRehearsal }
  | { readonly step: 'writing' }
  | { readonly step: 'done'; readonly result: EditResult };

/**
 * Rehearses an edit as soon as it is reviewed, again when asked to, and saves it. The edit must stay
 * the same while it is reviewed. `settle` ends an earlier one that nobody ended.
 */
export const useEdit = (edit: Edit) => {
  const { base, draft } = edit;
  const [editing, setEditing] = useState<Editing>({ step: 'rehearsing' });
  const [attempt, setAttempt] = useState(0);
  const [settling, setSettling] = useState<Problem>();
  useEffect(() => {
    let current = true;
    void rehearseEdit({ base, draft }, consoleVerbs, { version: pluginVersion }).then(
      (rehearsal) => {
        if (current) setEditing({ step: 'rehearsed', rehearsal });
      },
    );
    return () => {
      current = false;
    };
  }, [base, draft, attempt]);
  const rehearse = useCallback(() => {
    setEditing({ step: 'rehearsing' });
    setAttempt((before) => before + 1);
  }, []);
  const save = useCallback(async (): Promise<EditResult> => {
    setEditing({ step: 'writing' });
    const options = { version: pluginVersion, by: await currentUser() };
    const result = await editTrigger({ base, draft }, consoleVerbs, options);
    setEditing({ step: 'done', result });
    return result;
  }, [base, draft]);
  const settle = useCallback(async (): Promise<void> => {
    setEditing({ step: 'rehearsing' });
    setSettling(undefined);
    try {
      await settleEdit(base, consoleVerbs);
    } catch (error) {
      setSettling(problemOf(error));
    }
    rehearse();
  }, [base, rehearse]);
  return { editing, settling, rehearse, save, settle };
};
