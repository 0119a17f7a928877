import { useCallback, useEffect, useState } from 'react';
import { consoleVerbs } from '../../cluster/verbs';
import { pluginVersion } from '../../cluster/version';
import { rehearseRepair, repairTrigger } from '../../domain/apply/repair-trigger';
import type { RepairRehearsal, RepairResult, RepairState } from '../../domain/apply/repair-trigger';
import type { ImageTrigger } from '../../domain/image-trigger';
import type { RepairPlan } from '../../domain/repair';

export type Repairing =
  | { readonly step: 'rehearsing' }
  | { readonly step: 'rehearsed'; readonly rehearsal: RepairRehearsal }
  | { readonly step: 'writing'; readonly plan: RepairPlan }
  | { readonly step: 'done'; readonly plan: RepairPlan; readonly result: RepairResult };

/** Rehearses a repair at once, again when asked to, and writes it. */
export const useRepair = ({ namespace, name }: Pick<ImageTrigger, 'namespace' | 'name'>) => {
  const [repairing, setRepairing] = useState<Repairing>({ step: 'rehearsing' });
  const [states, setStates] = useState<readonly RepairState[]>([]);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    const options = { version: pluginVersion };
    void rehearseRepair({ namespace, name }, consoleVerbs, options).then((rehearsal) => {
      if (current) setRepairing({ step: 'rehearsed', rehearsal });
    });
    return () => {
      current = false;
    };
  }, [namespace, name, attempt]);
  const rehearse = useCallback(() => {
    setRepairing({ step: 'rehearsing' });
    setStates([]);
    setAttempt((before) => before + 1);
  }, []);
  const repair = async (plan: RepairPlan): Promise<void> => {
    setRepairing({ step: 'writing', plan });
    const options = { version: pluginVersion, onReport: setStates };
    const result = await repairTrigger(plan, consoleVerbs, options);
    setRepairing({ step: 'done', plan, result });
  };
  return { repairing, states, rehearse, repair: (plan: RepairPlan) => void repair(plan) };
};
