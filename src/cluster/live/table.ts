import { fieldsOf } from '../../domain/fields';
import type { ResourceKind } from '../../k8s/resource';
import { apiVersionOf } from '../../k8s/resource';
import { imageKind } from '../../k8s/image';

/**
 * What a Table of a kind has of its objects beside their metadata: the fields of the object by the names
 * of the columns. Of an Image, most are its layers and its config, which no page reads
 * (openshift/openshift-apiserver pkg/image/printers/internalversion/printer.go).
 */
const columnsOf: Partial<Record<string, Readonly<Record<string, string>>>> = {
  [imageKind.plural]: { 'Image Reference': 'dockerImageReference' },
};

const asTable = 'application/json;as=Table;v=v1;g=meta.k8s.io';

/** What a list of a kind is asked for as; a server that makes no Tables sends the objects. */
export const acceptOf = ({ plural }: ResourceKind): string =>
  columnsOf[plural] ? `${asTable}, application/json` : 'application/json';

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/**
 * The objects of a list, or of a Table, whose rows hold their metadata and the fields of their cells.
 * Undefined for anything else.
 */
export const objectsOf = (body: unknown, kind: ResourceKind): readonly unknown[] | undefined => {
  const { kind: form, items, rows, columnDefinitions } = fieldsOf(body);
  if (form !== 'Table') return Array.isArray(items) ? items : undefined;
  const columns = columnsOf[kind.plural] ?? {};
  const fields = listOf(columnDefinitions).map((column) => {
    const { name } = fieldsOf(column);
    return typeof name === 'string' ? columns[name] : undefined;
  });
  return listOf(rows).map((row) => {
    const { object, cells } = fieldsOf(row);
    const values = listOf(cells).flatMap((cell, index): [string, unknown][] => {
      const field = fields[index];
      return field === undefined ? [] : [[field, cell]];
    });
    return {
      ...Object.fromEntries(values),
      apiVersion: apiVersionOf(kind),
      kind: kind.kind,
      metadata: fieldsOf(object).metadata,
    };
  });
};
