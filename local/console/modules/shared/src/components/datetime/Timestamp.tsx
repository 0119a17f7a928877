import type { TimestampProps } from '@openshift-console/dynamic-plugin-sdk';
import { Tooltip } from '@patternfly/react-core';
import { GlobeAmericasIcon } from '@patternfly/react-icons';
import { useEffect, useState, type FC } from 'react';
import { dateTimeText, timestampText } from './timestamp-text';

/** How often relative times are brought up to date, in milliseconds; the console's tick. */
const tick = 15_000;

const useNow = (): Date => {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), tick);
    return () => clearInterval(timer);
  }, []);
  return now;
};

const Timestamp: FC<TimestampProps> = ({ timestamp, simple, omitSuffix, className }) => {
  const now = useNow();
  const time = new Date(timestamp ?? '');
  if (Number.isNaN(time.getTime())) return <span>-</span>;
  const text = timestampText(time, now, omitSuffix);
  if (simple) return <>{text}</>;
  return (
    <span className={className}>
      <GlobeAmericasIcon className="local-console-timestamp-icon" />{' '}
      <Tooltip content={dateTimeText(time, 'UTC')}>
        <span data-test="timestamp">{text}</span>
      </Tooltip>
    </span>
  );
};

export default Timestamp;
