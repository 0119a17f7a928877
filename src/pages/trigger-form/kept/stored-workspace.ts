import { fieldsOf } from '../../../domain/fields';
import type { Fields } from '../../../domain/fields';
import { claimAccessModes } from '../../../domain/workspace';
import type { DraftWorkspace, WorkspaceSource } from '../../../domain/workspace';

/** The text, or undefined for anything else. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

const parseNewClaim = (fields: Fields): WorkspaceSource | undefined => {
  const [size, storageClass] = [textOf(fields.size), textOf(fields.storageClass)];
  const accessMode = claimAccessModes.find((mode) => mode === fields.accessMode);
  return size !== undefined && storageClass !== undefined && accessMode
    ? { from: 'volumeClaimTemplate', size, accessMode, storageClass }
    : undefined;
};

const parseSource = (value: unknown): WorkspaceSource | undefined => {
  const { from, ...fields } = fieldsOf(value);
  const [name, subPath] = [textOf(fields.name), textOf(fields.subPath)];
  if (from === 'nothing' || from === 'emptyDir' || from === 'kept') return { from };
  if (from === 'volumeClaimTemplate') return parseNewClaim(fields);
  if (name === undefined) return undefined;
  if (from === 'secret' || from === 'configMap') return { from, name };
  return from === 'persistentVolumeClaim' && subPath !== undefined
    ? { from, name, subPath }
    : undefined;
};

/** Reads a workspace of a form that was stored; undefined where it is none. */
export const parseWorkspace = (value: unknown): DraftWorkspace | undefined => {
  const { name, isOptional, ...rest } = fieldsOf(value);
  const source = parseSource(rest.source);
  return typeof name === 'string' && typeof isOptional === 'boolean' && source
    ? { name, isOptional, source }
    : undefined;
};
