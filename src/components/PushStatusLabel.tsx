import {
  BanIcon,
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
  missed: { status: 'danger' },
  alias: { status: 'warning', variant: 'outline' },
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
  explanation,
  details,
}: {
  readonly status: PushStatus;
  /** In place of what the status says of a push of an image trigger. */
  readonly explanation?: string;
  /** More about this one push, such as Tekton's message. */
  readonly details: readonly string[];
}) => {
  const t = useT();
  const text = pushStatusText[status];
  return (
    <ExplainedLabel title={text.title(t)} look={looks[status]}>
      <p>{explanation ?? text.explanation(t)}</p>
      {details.map((detail) => (
        <p key={detail}>{detail}</p>
      ))}
    </ExplainedLabel>
  );
};
