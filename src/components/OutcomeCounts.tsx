import { Label, LabelGroup } from '@patternfly/react-core';
import { CheckCircleIcon, InProgressIcon, MinusCircleIcon } from '@patternfly/react-icons';
import { Link } from 'react-router';
import { pushStatuses } from '../domain/history';
import { outcomes, statusesOf } from '../domain/timeline';
import type { Outcome } from '../domain/timeline';
import { outcomeText } from '../i18n/outcome-text';
import { useT } from '../i18n/use-t';
import type { LabelLook } from './ExplainedLabel';

/** Only what needs a person is filled. */
const looks: Record<Outcome, LabelLook> = {
  succeeded: { icon: <CheckCircleIcon />, variant: 'outline' },
  failed: { status: 'danger' },
  missed: { status: 'warning' },
  'under-way': { icon: <InProgressIcon />, variant: 'outline' },
  other: { icon: <MinusCircleIcon />, variant: 'outline' },
};

/** How many pushes have come to what: a number and a sign each; its word is on hover and in the link. */
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
    <LabelGroup aria-label={t('Results')} numLabels={outcomes.length} isCompact>
      {outcomes
        .filter((outcome) => counts[outcome] > 0)
        .map((outcome) => {
          const text = outcomeText[outcome](t);
          const path = pathOf?.(statusesOf(outcome, pushStatuses).join(','));
          return (
            <Label
              key={outcome}
              {...looks[outcome]}
              isCompact
              title={text}
              render={
                path === undefined
                  ? undefined
                  : ({ className, content }) => (
                      <Link className={className} to={path}>
                        {content}
                      </Link>
                    )
              }
            >
              {counts[outcome]} <span className="pf-v6-screen-reader">{text}</span>
            </Label>
          );
        })}
    </LabelGroup>
  );
};
