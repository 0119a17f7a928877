import { nameOf } from '../../k8s/resource';
import type { K8sObject } from '../../k8s/resource';
import { parseProblem } from '../parse-problem';
import type { Keep } from './keep';
import type { Problem } from '../../domain/problem';

/** What a frame of a watch says (kubernetes, apimachinery pkg/watch EventType). */
export type WatchFrame =
  | { readonly type: 'set' | 'delete'; readonly object: K8sObject }
  /** Nothing happened up to this version. */
  | { readonly type: 'bookmark'; readonly version: string }
  /** The watch cannot go on. 410: the version is too old, and only a list helps. */
  | { readonly type: 'error'; readonly problem: Problem };

const types: Partial<Record<string, 'set' | 'delete' | 'bookmark'>> = {
  ADDED: 'set',
  MODIFIED: 'set',
  DELETED: 'delete',
  BOOKMARK: 'bookmark',
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether a value has what makes it an object of the API: `{}` and a Status have no name. */
export const isNamedObject = (value: unknown): value is K8sObject =>
  isObject(value) && nameOf(value) !== '';

/** The version of an object or list; empty where it has none. */
export const versionOf = ({ metadata }: K8sObject): string => metadata?.resourceVersion ?? '';

const jsonOf = (data: unknown): unknown => {
  try {
    return typeof data === 'string' ? JSON.parse(data) : undefined;
  } catch {
    return undefined;
  }
};

/** Reads a frame; what makes no sense is an error, because it may have been a change. */
export const parseWatchFrame = (data: unknown, keep: Keep): WatchFrame => {
  const frame = jsonOf(data);
  const object: unknown = isObject(frame) ? Reflect.get(frame, 'object') : undefined;
  const name: unknown = isObject(frame) ? Reflect.get(frame, 'type') : undefined;
  const type = typeof name === 'string' ? types[name] : undefined;
  if (type === 'bookmark' && isObject(object)) return { type, version: versionOf(object) };
  if (type !== undefined && type !== 'bookmark' && isNamedObject(object))
    return { type, object: keep(object) };
  return {
    type: 'error',
    problem: parseProblem(object ?? 'A message of the watch makes no sense'),
  };
};
