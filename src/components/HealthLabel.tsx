import { Label, List, ListItem } from '@patternfly/react-core';
import { PauseCircleIcon, QuestionCircleIcon } from '@patternfly/react-icons';
import type { Finding, Health } from '../domain/health';
import { findingText } from '../i18n/finding-text';
import { useT } from '../i18n/use-t';
import { ExplainedLabel } from './ExplainedLabel';

const isPaused = (findings: readonly Finding[]): boolean =>
  findings.length === 1 && findings[0]?.code === 'paused';

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
  const paused = isPaused(health);
  return (
    <ExplainedLabel
      title={paused ? t('Paused') : t('{{count}} problems', { count: health.length })}
      look={paused ? { icon: <PauseCircleIcon />, variant: 'outline' } : { status: 'danger' }}
    >
      <List isPlain>
        {health.map((finding) => (
          <ListItem key={finding.code}>{findingText(t, finding)}</ListItem>
        ))}
      </List>
    </ExplainedLabel>
  );
};
