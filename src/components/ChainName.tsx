import { Link } from 'react-router';
import type { FoundChain } from '../domain/found-chain/found-chain';
import { eventListenerKind } from '../k8s/event-listener';
import { FoundLabel } from './FoundLabel';
import { objectPath } from './paths';

/** A chain that was found: it has no page of its own, its listener has. */
export const ChainName = ({ chain }: { readonly chain: FoundChain }) => (
  <>
    <Link to={objectPath(eventListenerKind, chain.listener)}>{chain.name}</Link> <FoundLabel />
  </>
);
