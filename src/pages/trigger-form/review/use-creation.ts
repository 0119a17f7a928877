import { useCallback, useEffect, useState } from 'react';
import { currentUser } from '../../../cluster/current-user';
import { consoleVerbs } from '../../../cluster/verbs';
import { pluginVersion } from '../../../cluster/version';
import { missingParts } from '../../../domain/access';
import { createTrigger, rehearseTrigger } from '../../../domain/apply/create-trigger';
import type { CreateResult, Rehearsal } from '../../../domain/apply/create-trigger';
import type { ApplyReport } from '../../../domain/apply/transaction';
import type { CompleteDraft } from '../../../domain/draft';
import type { PlannedResource } from '../../../domain/plan';

export type Creation =
  | { readonly step: 'rehearsing' }
  | { readonly step: 'rehearsed'; readonly rehearsal: Rehearsal }
  | { readonly step: 'writing' }
  | { readonly step: 'done'; readonly result: CreateResult };

/**
 * Rehearses the creation of a draft as soon as it is reviewed, again when asked to, and creates it.
 * The draft must stay the same while it is reviewed. `report` says how far each object is, `missing`
 * what the rehearsal has not found in place; it is undefined until then.
 */
export const useCreation = (draft: CompleteDraft) => {
  const [creation, setCreation] = useState<Creation>({ step: 'rehearsing' });
  const [report, setReport] = useState<ApplyReport>();
  const [missing, setMissing] = useState<readonly PlannedResource[]>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    let last: ApplyReport = { plan: [], states: [] };
    void rehearseTrigger(draft, consoleVerbs, {
      version: pluginVersion,
      onReport: (next) => {
        last = next;
        if (current) setReport(next);
      },
    }).then((rehearsal) => {
      if (!current) return;
      setMissing(missingParts(last));
      setCreation({ step: 'rehearsed', rehearsal });
    });
    return () => {
      current = false;
    };
  }, [draft, attempt]);
  const rehearse = useCallback(() => {
    setCreation({ step: 'rehearsing' });
    setAttempt((before) => before + 1);
  }, []);
  const create = useCallback(async (): Promise<CreateResult> => {
    setCreation({ step: 'writing' });
    const by = await currentUser();
    const options = { version: pluginVersion, by, onReport: setReport };
    const result = await createTrigger(draft, consoleVerbs, options);
    setCreation({ step: 'done', result });
    return result;
  }, [draft]);
  return { creation, report, missing, rehearse, create };
};
