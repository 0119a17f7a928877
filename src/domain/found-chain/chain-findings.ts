import type { Finding } from '../health';
import type { FoundChain } from './found-chain';

/** What keeps a chain from running pushes, as far as its objects say; the first source that fails. */
export const chainFindings = ({ sources, listener, pipeline }: FoundChain): Finding[] => {
  const source = sources.map(({ health }) => health).find(({ state }) => state === 'not-ready');
  return [
    ...(source?.state === 'not-ready'
      ? [{ code: 'source-not-ready' as const, message: source.message }]
      : []),
    ...(listener.health.state === 'not-ready'
      ? [{ code: 'listener-not-ready' as const, message: listener.health.message }]
      : []),
    ...(pipeline === undefined ? [{ code: 'template-missing' as const }] : []),
  ];
};
