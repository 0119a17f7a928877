import type { PodCost } from '../../domain/relay-pods';
import type { Translate } from '../../i18n/use-t';

const rounded = (number: number): number => Math.round(number * 100) / 100;

/** Cores as Kubernetes writes them: `250m`, `1.5`. */
const coresText = (cores: number): string =>
  cores < 1 ? `${Math.round(cores * 1000)}m` : String(rounded(cores));

const bytesText = (bytes: number): string =>
  bytes < 2 ** 30 ? `${rounded(bytes / 2 ** 20)} MiB` : `${rounded(bytes / 2 ** 30)} GiB`;

/** How many of the pods are ready. */
export const podsText = (t: Translate, { pods, ready }: PodCost): string =>
  pods === 0 ? t('No pods') : t('{{ready}} of {{count}} ready', { ready, count: pods });

/** What the pods' containers request of processor time and memory. */
export const requestsText = (t: Translate, { pods, declaring, cpu, memory }: PodCost): string => {
  if (pods === 0) return t('None');
  if (declaring === 0) return t('None declared');
  const sums = [
    ...(cpu > 0 ? [t('{{cores}} CPU', { cores: coresText(cpu) })] : []),
    ...(memory > 0 ? [t('{{bytes}} memory', { bytes: bytesText(memory) })] : []),
  ].join(', ');
  return declaring === pods
    ? sums
    : t('{{sums}}, declared by {{declaring}} of {{count}} pods', { sums, declaring, count: pods });
};
