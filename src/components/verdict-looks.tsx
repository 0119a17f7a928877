import { HistoryIcon, InProgressIcon } from '@patternfly/react-icons';
import type { Verdict } from '../domain/validation';
import type { LabelLook } from './ExplainedLabel';

/** How each verdict looks. */
export const verdictLooks: Record<Verdict, LabelLook> = {
  failed: { status: 'danger' },
  missed: { status: 'warning' },
  unproven: { status: 'warning', variant: 'outline' },
  never: { icon: <HistoryIcon />, variant: 'outline' },
  running: { icon: <InProgressIcon />, color: 'blue' },
  passed: { status: 'success' },
};
