import { ApiError } from '../api/client';
import type { KubeClient } from '../api/client';

/** Names a ConfigMap or a Secret. */
export interface StoredValues {
  readonly kind: 'configmaps' | 'secrets';
  readonly namespace: string;
  readonly name: string;
  /** Where it is, the object may be missing. */
  readonly optional?: boolean;
}

/** The values of a ConfigMap or of a Secret, as text. @throws ApiError where it is missing */
export const valuesOf = async (
  client: KubeClient,
  { kind, namespace, name, optional }: StoredValues,
): Promise<Readonly<Record<string, string>>> => {
  try {
    const { data = {} } = await client.get<{ data?: Record<string, string> }>(
      `/api/v1/namespaces/${namespace}/${kind}/${name}`,
    );
    if (kind === 'configmaps') return data;
    const decoded = Object.entries(data).map(([key, value]) => [
      key,
      Buffer.from(value, 'base64').toString(),
    ]);
    return Object.fromEntries<string>(decoded.map(([key = '', value = '']) => [key, value]));
  } catch (error) {
    if (optional === true && error instanceof ApiError && error.status === 404) return {};
    throw error;
  }
};
