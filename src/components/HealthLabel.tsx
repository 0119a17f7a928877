import { Label, List, ListItem, Popover } from '@patternfly/react-core';
import { PauseCircleIcon } from '@patternfly/react-icons';
import type { Finding } from '../domain/health';
import { findingText } from '../i18n/finding-text';
import { useT } from '../i18n/use-t';

const isPaused = (findings: readonly Finding[]): boolean =>
  findings.length === 1 && findings[0]?.code === 'paused';

/** The health of a trigger in a word; a click lists what is wrong. */
export const HealthLabel = ({ findings }: { readonly findings: readonly Finding[] }) => {
  const t = useT();
  if (findings.length === 0)
    return (
      <Label status="success" isCompact>
        {t('Ready')}
      </Label>
    );
  const title = isPaused(findings)
    ? t('Paused')
    : t('{{count}} problems', { count: findings.length });
  return (
    <Popover
      headerContent={title}
      bodyContent={
        <List isPlain>
          {findings.map((finding) => (
            <ListItem key={finding.code}>{findingText(t, finding)}</ListItem>
          ))}
        </List>
      }
    >
      <Label
        isCompact
        onClick={() => undefined}
        {...(isPaused(findings)
          ? { icon: <PauseCircleIcon />, variant: 'outline' as const }
          : { status: 'danger' as const })}
      >
        {title}
      </Label>
    </Popover>
  );
};
