import { Tooltip } from '@patternfly/react-core';
import { shortDigest } from '../domain/push';

/** A digest, short; the whole one on hover and focus. */
export const Digest = ({ digest }: { readonly digest: string }) => (
  <Tooltip content={digest}>
    <code tabIndex={0}>{shortDigest(digest)}</code>
  </Tooltip>
);
