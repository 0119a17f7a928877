import type { Finding } from '../health';
import type { ChainPart, FoundChain } from './found-chain';

const portOf = (url: string): string | undefined => {
  try {
    const { port, protocol } = new URL(url);
    return port || (protocol === 'https:' ? '443' : '80');
  } catch {
    // Its controller has written it: nothing is said of what nobody understands.
    return undefined;
  }
};

const sourceFindings = ({ health, url }: ChainPart, listener: ChainPart): Finding[] => {
  if (health.state === 'not-ready') return [{ code: 'source-not-ready', message: health.message }];
  if (url === undefined || listener.url === undefined) return [];
  // As by a reference to the Service, which Knative resolves to port 80, ready or not.
  return portOf(url) === portOf(listener.url)
    ? []
    : [{ code: 'sink-port', sink: url, address: listener.url }];
};

/** What keeps a chain from running pushes, as far as its objects say; the first source that fails. */
export const chainFindings = ({ sources, listener, pipeline }: FoundChain): Finding[] => [
  ...sources.flatMap((source) => sourceFindings(source, listener)).slice(0, 1),
  ...(listener.health.state === 'not-ready'
    ? [{ code: 'listener-not-ready' as const, message: listener.health.message }]
    : []),
  ...(pipeline === undefined ? [{ code: 'template-missing' as const }] : []),
];
