import { isFoundRow } from './found-chain/found-row';
import type { AnyRow } from './found-chain/found-row';
import type { HistoryRow } from './history';
import { runNameOf } from './run-name';
import { pushNameOfRun } from './run-proof';

/**
 * What a push of a trigger is called: as the first PipelineRun that it has, or would get, where each
 * push runs once. That name is fixed and made from trigger, image and time, so it says which push is
 * meant also where nothing has run, or one PipelineRun stands for all pushes of an image.
 */
export interface PushId {
  /** Of the trigger. */
  readonly namespace: string;
  readonly name: string;
}

const nameOfRow = ({ run, trigger, digest = '', created }: HistoryRow): string =>
  run ? pushNameOfRun(run) : runNameOf(trigger.name, { digest, created });

/** Unique among the rows of a history. */
export const pushIdOf = (row: AnyRow): PushId => {
  const name = isFoundRow(row) ? row.run.name : nameOfRow(row);
  return { namespace: (isFoundRow(row) ? row.run : row.trigger).namespace, name };
};

/** What the name of a push still says where the push itself is gone. */
export interface NamedPush {
  readonly trigger: string;
  /** The first eight digits of the digest, without its algorithm. */
  readonly digestStart: string;
  /** RFC 3339 */
  readonly created: string;
}

/** Reads the name of a push of an image trigger; undefined for any other name. */
export const parsePushName = (name: string): NamedPush | undefined => {
  const [, trigger, digestStart, seconds] = /^(.+)-([0-9a-f]{8})-(\d{1,11})$/.exec(name) ?? [];
  if (trigger === undefined || digestStart === undefined) return undefined;
  return { trigger, digestStart, created: new Date(Number(seconds) * 1000).toISOString() };
};
