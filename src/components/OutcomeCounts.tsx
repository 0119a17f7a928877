import { List, ListItem, ListVariant } from '@patternfly/react-core';
import {
  CheckCircleIcon,
  ExclamationCircleIcon,
  ExclamationTriangleIcon,
  InProgressIcon,
  MinusCircleIcon,
} from '@patternfly/react-icons';
import { Link } from 'react-router';
import { pushStatuses } from '../domain/history';
import { outcomes, statusesOf } from '../domain/timeline';
import type { Outcome } from '../domain/timeline';
import { outcomeText } from '../i18n/outcome-text';
import { useT } from '../i18n/use-t';
import { outcomeColor } from './outcome-color';

/** All icons of PatternFly are of one type. */
const icons: Record<Outcome, typeof CheckCircleIcon> = {
  succeeded: CheckCircleIcon,
  failed: ExclamationCircleIcon,
  missed: ExclamationTriangleIcon,
  'under-way': InProgressIcon,
  other: MinusCircleIcon,
};

/**
 * How many pushes have come to what: a sign and a number each; its word is on hover and in the link.
 * No labels: beside them, the status of the newest push would not stand out.
 */
export const OutcomeCounts = ({
  counts,
  pathOf,
}: {
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Where the pushes of some statuses are; undefined where no filter can name them. */
  readonly pathOf: ((status: string) => string) | undefined;
}) => {
  const t = useT();
  return (
    <List isPlain variant={ListVariant.inline} aria-label={t('Results')}>
      {outcomes
        .filter((outcome) => counts[outcome] > 0)
        .map((outcome) => {
          const text = outcomeText[outcome](t);
          const path = pathOf?.(statusesOf(outcome, pushStatuses).join(','));
          const Icon = icons[outcome];
          const content = (
            <>
              <Icon color={outcomeColor[outcome]} /> {counts[outcome]}{' '}
              <span className="pf-v6-screen-reader">{text}</span>
            </>
          );
          return (
            <ListItem key={outcome} title={text}>
              {path === undefined ? content : <Link to={path}>{content}</Link>}
            </ListItem>
          );
        })}
    </List>
  );
};
