import http from 'node:http';
import https from 'node:https';
import type { Container } from './pod';

const timeoutMs = 1_000;

/** Whether a container says that it is ready; one without a probe always does. */
export const isReady = (address: string, container: Container): Promise<boolean> => {
  const get = container.readinessProbe?.httpGet;
  if (get === undefined) return Promise.resolve(true);
  const named = container.ports?.find(({ name }) => name === get.port)?.containerPort;
  const isSecure = get.scheme === 'HTTPS';
  const { request } = isSecure ? https : http;
  const headers = Object.fromEntries(
    (get.httpHeaders ?? []).map(({ name, value }) => [name, value]),
  );
  return new Promise((resolve) => {
    const sent = request({
      host: address,
      port: named ?? get.port,
      // Knative's adapters name theirs without the slash, and the kubelet adds it.
      path: `/${get.path?.replace(/^\//, '') ?? ''}`,
      headers: { 'User-Agent': 'kube-probe/1.35', ...headers },
      timeout: timeoutMs,
      agent: false,
      // As the kubelet does.
      ...(isSecure && { rejectUnauthorized: false }),
    });
    sent.on('response', (answer) => {
      answer.resume();
      const status = answer.statusCode ?? 0;
      resolve(status >= 200 && status < 400);
    });
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => resolve(false));
    sent.end();
  });
};
