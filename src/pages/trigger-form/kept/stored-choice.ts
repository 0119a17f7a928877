import { fieldsOf } from '../../../domain/fields';
import type { StreamChoice } from '../../../domain/stream-choice';
import { parseList } from './stored-list';
import { textOf } from './stored-workspace';

/** Reads the choice of many ImageStreams of a form that was stored; undefined where it is none. */
export const parseChoice = (value: unknown): StreamChoice | undefined => {
  const fields = fieldsOf(value);
  const [pattern, labels, prefix] = [fields.pattern, fields.labels, fields.prefix].map(textOf);
  const without = parseList(fields.without, textOf);
  const among = fields.among === undefined ? undefined : parseList(fields.among, textOf);
  const suffix = textOf(fields.suffix);
  const isRead =
    (among !== undefined || fields.among === undefined) &&
    (suffix !== undefined || fields.suffix === undefined);
  return pattern !== undefined && labels !== undefined && prefix !== undefined && without && isRead
    ? { pattern, labels, among, without, prefix, suffix }
    : undefined;
};
