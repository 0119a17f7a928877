import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { clusterRoleKind } from '../../src/k8s/role';
import type { Manifest } from '../../src/k8s/resource';
import type { ApiClient } from './api-client';

/** What the chart renders, as its own checks keep it. */
const rendered = join(__dirname, '../../local/chart/expected/default.yaml');

const isUserRole = (value: unknown): value is Manifest => {
  const { kind, metadata } = value as Manifest;
  const labels = Object.keys(metadata.labels ?? {});
  return kind === clusterRoleKind.kind && labels.some((label) => label.includes('/aggregate-to-'));
};

/** Gives the members of projects the rights that the plugin's chart gives them. */
export const installUserRoles = async (admin: ApiClient): Promise<void> => {
  const objects = parseAllDocuments(readFileSync(rendered, 'utf8')).map((document) => {
    const value: unknown = document.toJS();
    return value;
  });
  for (const role of objects.filter(isUserRole)) await admin.create(clusterRoleKind, role);
};
