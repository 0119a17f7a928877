import {
  BanIcon,
  EqualsIcon,
  HistoryIcon,
  InProgressIcon,
  MinusCircleIcon,
  PauseCircleIcon,
  PendingIcon,
  QuestionCircleIcon,
} from '@patternfly/react-icons';
import type { PushStatus } from '../domain/history';
import { pushStatusText } from '../i18n/status-text';
import { useT } from '../i18n/use-t';
import { ExplainedLabel } from './ExplainedLabel';
import type { LabelLook } from './ExplainedLabel';

const looks: Record<PushStatus, LabelLook> = {
  queued: { icon: <PendingIcon />, color: 'blue', variant: 'outline' },
  running: { icon: <InProgressIcon />, color: 'blue' },
  succeeded: { status: 'success' },
  failed: { status: 'danger' },
  cancelled: { icon: <BanIcon /> },
  waiting: { icon: <PendingIcon />, color: 'blue', variant: 'outline' },
  missed: { status: 'warning' },
  alias: { status: 'warning', variant: 'outline' },
  superseded: { status: 'warning', variant: 'outline' },
  'image-ran': { icon: <EqualsIcon />, variant: 'outline' },
  unknown: { icon: <QuestionCircleIcon />, variant: 'outline' },
  paused: { icon: <PauseCircleIcon />, variant: 'outline' },
  before: { icon: <HistoryIcon />, variant: 'outline' },
  unmatched: { icon: <MinusCircleIcon />, variant: 'outline' },
  'ledger-gone': { icon: <HistoryIcon />, variant: 'outline' },
  unverified: { status: 'warning', variant: 'outline' },
};

/** The status of a push; a click says what it means. */
export const PushStatusLabel = ({
  status,
  evidence,
}: {
  readonly status: PushStatus;
  /** What the status says of this one push, and how that is known. */
  readonly evidence: readonly string[];
}) => {
  const t = useT();
  return (
    <ExplainedLabel title={pushStatusText[status].title(t)} look={looks[status]}>
      {evidence.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </ExplainedLabel>
  );
};
