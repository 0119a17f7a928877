import { useEffect, useState } from 'react';
import { isCelReady, provideCel } from '../domain/raw-cel/engine';

const load = async (): Promise<void> => {
  const { checkWithLibrary } = await import('../domain/raw-cel/cel-library');
  provideCel(checkWithLibrary);
};

/** Loads what checks expressions of CEL, where they are needed. */
export const useCel = (isNeeded: boolean): 'ready' | 'loading' | 'failed' => {
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading');
  const isReady = isCelReady();
  useEffect(() => {
    if (!isNeeded || isReady) return undefined;
    let isWanted = true;
    const tell = (next: 'ready' | 'failed') => () => {
      if (isWanted) setState(next);
    };
    load().then(tell('ready'), tell('failed'));
    return () => {
      isWanted = false;
    };
  }, [isNeeded, isReady]);
  return isReady ? 'ready' : state;
};
