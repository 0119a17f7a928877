import assert from 'node:assert/strict';
import { relayName } from '../../src/domain/marks';
import type { ClusterUnderTest } from './cluster-under-test';

/**
 * Sends an event to a listener as anybody may who reaches its Service: the listener gets no
 * credentials, for the API server takes them off before it passes a request on to a Service.
 */
export const sendToListener = async (
  { url, people }: ClusterUnderTest,
  { namespace, listener = relayName }: { namespace: string; listener?: string },
  { headers, body }: { headers: Readonly<Record<string, string>>; body: object },
): Promise<void> => {
  const service = `services/http:el-${listener}:8080`;
  const response = await fetch(new URL(`/api/v1/namespaces/${namespace}/${service}/proxy/`, url), {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${people.admin.token}`,
      'Content-Type': 'application/json',
      ...headers,
    },
    body: JSON.stringify(body),
  });
  assert.equal(response.status, 202, await response.text());
};
