import type { Bottleneck, Span } from '../domain/latency';
import type { Translate } from './use-t';

/** What each span of the way of a push is called. */
export const spanText: Record<Span, (t: Translate) => string> = {
  event: (t) => t('From the push to the event'),
  creation: (t) => t('From the event to the PipelineRun'),
  start: (t) => t('Until Tekton starts it'),
  run: (t) => t('Until it has ended'),
  total: (t) => t('In all'),
};

/** Where slow pushes spend most time, and why that can be. */
export const bottleneckText: Record<Bottleneck, (t: Translate) => string> = {
  event: (t) =>
    t(
      'Slow pushes spend most time before their event: the event of a later push brings them, or the event source is behind.',
    ),
  creation: (t) =>
    t(
      'Slow pushes spend most time in the listener: it has many triggers, or the ImageStream is large.',
    ),
  start: (t) =>
    t('Slow pushes spend most time waiting for Tekton: it is busy, or a quota is used up.'),
  run: (t) => t('Slow pushes spend most time in the Pipeline itself.'),
};
