import type { K8sObject } from '../../../src/k8s/resource';
import { ageColumn } from '../columns';
import type { Column, ResourceDefinition } from '../resource-definition';
import { jsonOf } from '../stored-object';

const secondsPer = { minute: 60, hour: 3600, day: 86_400, year: 31_536_000 };

/** `17s`, `5m30s`, `4h`, `2d3h`: an age for people (apimachinery util/duration HumanDuration). */
export const humanDuration = (milliseconds: number): string => {
  const seconds = Math.trunc(milliseconds / 1000);
  const { minute, hour, day, year } = secondsPer;
  const whole = (unit: number) => Math.trunc(seconds / unit);
  const withRest = (unit: number, letters: readonly [string, string], smaller: number) => {
    const rest = Math.trunc((seconds % unit) / smaller);
    return `${whole(unit)}${letters[0]}${rest === 0 ? '' : `${rest}${letters[1]}`}`;
  };
  if (seconds < 0) {
    return seconds < -1 ? '<invalid>' : '0s';
  }
  const steps: [limit: number, text: () => string][] = [
    [2 * minute, () => `${seconds}s`],
    [10 * minute, () => withRest(minute, ['m', 's'], 1)],
    [3 * hour, () => `${whole(minute)}m`],
    [8 * hour, () => withRest(hour, ['h', 'm'], minute)],
    [2 * day, () => `${whole(hour)}h`],
    [8 * day, () => withRest(day, ['d', 'h'], hour)],
    [2 * year, () => `${whole(day)}d`],
    [8 * year, () => withRest(year, ['y', 'd'], day)],
  ];
  return (steps.find(([limit]) => seconds < limit)?.[1] ?? (() => `${whole(year)}y`))();
};

const cellOf = (column: Column, object: K8sObject, now: Date): string | null => {
  const value = column.value(object);
  if (typeof value !== 'string') {
    return null;
  }
  return column.type === 'date' ? humanDuration(now.getTime() - Date.parse(value)) : value;
};

export const partialMetadataOf = ({ metadata }: K8sObject) => ({
  kind: 'PartialObjectMetadata',
  apiVersion: 'meta.k8s.io/v1',
  metadata,
});

export interface TableOptions {
  readonly definition: ResourceDefinition;
  readonly now: Date;
  /** What each row holds of its object. */
  readonly includeObject: string;
  /** The list's metadata. */
  readonly metadata: object;
}

const rowObjectOf = (object: K8sObject, includeObject: string): string => {
  switch (includeObject) {
    case 'None':
      return '';
    case 'Object':
      return `,"object":${jsonOf(object)}`;
    default:
      return `,"object":${JSON.stringify(partialMetadataOf(object))}`;
  }
};

/**
 * The JSON of objects as a meta.k8s.io/v1 Table (apiextensions-apiserver tableconvertor.go).
 * Its dates are ages: the exact times are in no cell.
 */
export const tableOf = (
  objects: readonly K8sObject[],
  { definition, now, includeObject, metadata }: TableOptions,
): string => {
  const columns = definition.columns ?? [ageColumn];
  const columnDefinitions = [
    { name: 'Name', type: 'string', format: 'name', description: '', priority: 0 },
    ...columns.map(({ name, type }) => ({ name, type, format: '', description: '', priority: 0 })),
  ];
  const rows = objects.map((object) => {
    const cells = [
      object.metadata?.name ?? '',
      ...columns.map((column) => cellOf(column, object, now)),
    ];
    return `{"cells":${JSON.stringify(cells)}${rowObjectOf(object, includeObject)}}`;
  });
  const head = { kind: 'Table', apiVersion: 'meta.k8s.io/v1', metadata, columnDefinitions };
  return `${JSON.stringify(head).slice(0, -1)},"rows":[${rows.join(',')}]}`;
};
