import type { State } from './stage';
import { absences } from './state-absences';
import { archiveStates } from './state-archive';
import { changes } from './state-changes';
import { emptiness } from './state-emptiness';
import { failures } from './state-failures';
import { oddities } from './state-oddities';
import { rights } from './state-rights';

/** All states that a cluster can put a page into. */
export const states: readonly State[] = [
  ...failures,
  ...emptiness,
  ...absences,
  ...rights,
  ...changes,
  ...oddities,
  ...archiveStates,
];
