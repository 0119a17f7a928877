import type { ScenarioContext } from './scenario-context';

/** What must hold on every cluster, from a push to the history. */
export interface Scenario {
  readonly title: string;
  /** Shakes the whole cluster: runs when no other scenario does. */
  readonly exclusive?: true;
  /** Rejects with what does not hold. */
  readonly run: (context: ScenarioContext) => Promise<void>;
}
