import { Label, List, ListItem, Popover } from '@patternfly/react-core';
import { PauseCircleIcon, QuestionCircleIcon } from '@patternfly/react-icons';
import type { Finding, Health } from '../domain/health';
import { findingText } from '../i18n/finding-text';
import { useT } from '../i18n/use-t';

const isPaused = (findings: readonly Finding[]): boolean =>
  findings.length === 1 && findings[0]?.code === 'paused';

/** The health of a trigger in a word; a click lists what is wrong. */
export const HealthLabel = ({ health }: { readonly health: Health }) => {
  const t = useT();
  if (health === 'unknown')
    return (
      <Popover
        headerContent={t('Unknown')}
        bodyContent={t('The event source or the listener cannot be read.')}
      >
        <Label isCompact variant="outline" icon={<QuestionCircleIcon />} onClick={() => undefined}>
          {t('Unknown')}
        </Label>
      </Popover>
    );
  if (health.length === 0)
    return (
      <Label status="success" isCompact>
        {t('Ready')}
      </Label>
    );
  const title = isPaused(health) ? t('Paused') : t('{{count}} problems', { count: health.length });
  return (
    <Popover
      headerContent={title}
      bodyContent={
        <List isPlain>
          {health.map((finding) => (
            <ListItem key={finding.code}>{findingText(t, finding)}</ListItem>
          ))}
        </List>
      }
    >
      <Label
        isCompact
        onClick={() => undefined}
        {...(isPaused(health)
          ? { icon: <PauseCircleIcon />, variant: 'outline' as const }
          : { status: 'danger' as const })}
      >
        {title}
      </Label>
    </Popover>
  );
};
