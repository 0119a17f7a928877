import type { TriggerDraft } from './draft';
import type { Fields } from './fields';
import { splitPodTemplate, withPodTemplate } from './pod-manifest';
import { splitSettings, withSettings } from './run-settings';

/** What a draft says of its runs beside what they hand to the Pipeline. */
type RunParts = Pick<TriggerDraft, 'settings' | 'pod'>;

/** The `spec` of a run with what a draft says of it; what the draft leaves open adds nothing. */
export const withRunParts = (spec: object, { settings, pod }: RunParts): object =>
  withPodTemplate(withSettings(spec, settings), pod);

/** Takes that out of the `spec` of a run again; `rest` has all else, and what no form can hold. */
export const splitRunSpec = (spec: object): RunParts & { readonly rest: Fields } => {
  const { settings, rest: withPods } = splitSettings(spec);
  const { pod, rest } = splitPodTemplate(withPods);
  return { settings, pod, rest };
};
