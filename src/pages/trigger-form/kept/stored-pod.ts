import { fieldsOf } from '../../../domain/fields';
import type { PodTemplate } from '../../../domain/pod-template';
import type { MetadataEntry } from '../../../domain/run-metadata';
import { taintEffects, tolerationOperators } from '../../../domain/toleration';
import type { Toleration } from '../../../domain/toleration';
import { parseList } from './stored-list';
import { textOf } from './stored-workspace';

/** Reads a row of a name and a value that was stored; undefined where it is none. */
export const parseEntry = (value: unknown): MetadataEntry | undefined => {
  const [name, text] = ['name', 'value'].map((field) => textOf(fieldsOf(value)[field]));
  return name !== undefined && text !== undefined ? { name, value: text } : undefined;
};

const parseToleration = (stored: unknown): Toleration | undefined => {
  const fields = fieldsOf(stored);
  const [key, value, seconds] = ['key', 'value', 'seconds'].map((field) => textOf(fields[field]));
  const operator = tolerationOperators.find((one) => one === fields.operator);
  const effect = taintEffects.find((one) => one === fields.effect);
  return key !== undefined &&
    operator &&
    value !== undefined &&
    effect !== undefined &&
    seconds !== undefined
    ? { key, operator, value, effect, seconds }
    : undefined;
};

/** Reads what a stored form said of pods; undefined where it cannot be read. */
export const parsePod = (stored: unknown): PodTemplate | undefined => {
  const fields = fieldsOf(stored);
  const { runAsNonRoot } = fields;
  const nodeSelector = parseList(fields.nodeSelector, parseEntry);
  const tolerations = parseList(fields.tolerations, parseToleration);
  const pullSecrets = parseList(fields.pullSecrets, textOf);
  const [runAsUser, fsGroup, priorityClass] = ['runAsUser', 'fsGroup', 'priorityClass'].map(
    (field) => textOf(fields[field]),
  );
  return typeof runAsNonRoot === 'boolean' &&
    nodeSelector &&
    tolerations &&
    pullSecrets &&
    runAsUser !== undefined &&
    fsGroup !== undefined &&
    priorityClass !== undefined
    ? { nodeSelector, tolerations, pullSecrets, runAsNonRoot, runAsUser, fsGroup, priorityClass }
    : undefined;
};
