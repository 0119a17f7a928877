import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { AnyRow } from '../domain/found-chain/found-row';
import { pushIdOf } from '../domain/push-id';
import { pushPath } from './paths';

/** A link to the details of a push, or of a run whose push is not known. */
export const PushLink = ({
  row,
  children,
}: {
  readonly row: AnyRow;
  readonly children: ReactNode;
}) => <Link to={pushPath(pushIdOf(row))}>{children}</Link>;
