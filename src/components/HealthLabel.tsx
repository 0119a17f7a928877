import { Label, List, ListItem } from '@patternfly/react-core';
import { PauseCircleIcon, QuestionCircleIcon } from '@patternfly/react-icons';
import type { Finding, Health } from '../domain/health';
import { findingText } from '../i18n/finding-text';
import { useT } from '../i18n/use-t';
import type { Translate } from '../i18n/use-t';
import { ExplainedLabel } from './ExplainedLabel';

/** Findings that are no problems, the one that counts first. */
const quietLooks = [
  {
    code: 'edit-unfinished',
    title: (t: Translate) => t('Edit not finished'),
    look: { status: 'info' },
  },
  {
    code: 'paused',
    title: (t: Translate) => t('Paused'),
    look: { icon: <PauseCircleIcon />, variant: 'outline' },
  },
  {
    code: 'overload',
    title: (t: Translate) => t('Overload'),
    look: { status: 'warning' },
  },
  { code: 'outdated', title: (t: Translate) => t('Older version'), look: { status: 'info' } },
] as const;

/** How a trigger looks that nothing is wrong with; undefined where something is. */
const quietLookOf = (findings: readonly Finding[]) =>
  findings.every(({ code }) => quietLooks.some((quiet) => quiet.code === code))
    ? quietLooks.find((quiet) => findings.some(({ code }) => quiet.code === code))
    : undefined;

/** The health of a trigger in a word; a click lists what is wrong. */
export const HealthLabel = ({ health }: { readonly health: Health }) => {
  const t = useT();
  if (health === 'unknown')
    return (
      <ExplainedLabel
        title={t('Unknown')}
        look={{ icon: <QuestionCircleIcon />, variant: 'outline' }}
      >
        {t('The event source or the listener cannot be read.')}
      </ExplainedLabel>
    );
  if (health.length === 0)
    return (
      <Label status="success" isCompact>
        {t('Ready')}
      </Label>
    );
  const quiet = quietLookOf(health);
  return (
    <ExplainedLabel
      title={quiet?.title(t) ?? t('{{count}} problems', { count: health.length })}
      look={quiet?.look ?? { status: 'danger' }}
    >
      <List isPlain>
        {health.map((finding) => (
          <ListItem key={finding.code}>{findingText(t, finding)}</ListItem>
        ))}
      </List>
    </ExplainedLabel>
  );
};
