import type { ReactNode } from 'react';
import { ProgressStep, ProgressStepper } from '@patternfly/react-core';
import type { ProgressStepProps } from '@patternfly/react-core';
import { MinusCircleIcon, PauseCircleIcon, QuestionCircleIcon } from '@patternfly/react-icons';
import { useT } from '../i18n/use-t';

/** How a step looks; its state says in words what that means. */
export type StepLook =
  'done' | 'under-way' | 'failed' | 'warning' | 'stopped' | 'paused' | 'not-reached' | 'unknown';

const looks: Record<StepLook, Pick<ProgressStepProps, 'variant' | 'icon'>> = {
  done: { variant: 'success' },
  'under-way': { variant: 'info' },
  failed: { variant: 'danger' },
  warning: { variant: 'warning' },
  stopped: { variant: 'default', icon: <MinusCircleIcon /> },
  paused: { variant: 'default', icon: <PauseCircleIcon /> },
  'not-reached': { variant: 'pending' },
  unknown: { variant: 'default', icon: <QuestionCircleIcon /> },
};

export interface Step {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly look: StepLook;
  /** Whether it is the one that decides. */
  readonly isCurrent: boolean;
  readonly description: ReactNode;
}

/** Steps of a way, from the first to the last. */
export const Steps = ({
  name,
  steps,
  isVertical,
}: {
  /** Of the list, for who cannot see it. */
  readonly name: string;
  readonly steps: readonly Step[];
  readonly isVertical: boolean;
}) => {
  const t = useT();
  return (
    // Side by side, they share the width alike, whatever is in them.
    <ProgressStepper
      aria-label={name}
      isVertical={isVertical}
      style={{ gridAutoColumns: 'minmax(0, 1fr)' }}
    >
      {steps.map(({ id, title, state, look, isCurrent, description }) => (
        <ProgressStep
          key={id}
          id={id}
          titleId={`${id}-title`}
          {...looks[look]}
          isCurrent={isCurrent}
          aria-label={t('{{title}}: {{state}}', { title, state })}
          description={description}
        >
          {title}
        </ProgressStep>
      ))}
    </ProgressStepper>
  );
};
