import type { ResourceLinkProps } from '@openshift-console/dynamic-plugin-sdk';
import type { FC } from 'react';
import { Link } from 'react-router';
import { useModel } from '../../../../host/use-model';
import { ResourceIcon } from './resource-icon';
import { resourcePath } from './resource-path';

const classesOf = ({ className, inline, truncate }: ResourceLinkProps): string =>
  [
    'local-console-resource',
    inline === true ? 'local-console-resource-inline' : '',
    truncate === true ? 'local-console-resource-truncate' : '',
    className ?? '',
  ].join(' ');

/**
 * The SDK's ResourceLink: badge and name of an object, a link where its kind is known. By
 * groupVersionKind only.
 */
export const ResourceLink: FC<ResourceLinkProps> = (props) => {
  const { groupVersionKind, name, namespace, displayName, nameSuffix, title } = props;
  const model = useModel(groupVersionKind);
  if (groupVersionKind === undefined) return null;
  const text = displayName ?? name;
  const isLink = props.linkTo !== false && model !== undefined;
  return (
    <span className={classesOf(props)}>
      {props.hideIcon !== true && <ResourceIcon groupVersionKind={groupVersionKind} />}
      {isLink ? (
        <Link
          to={resourcePath(model, namespace, name)}
          title={title}
          data-test={props.dataTest ?? text}
          onClick={props.onClick}
        >
          {text}
          {nameSuffix}
        </Link>
      ) : (
        <span data-test={props.dataTest ?? text}>
          {text}
          {nameSuffix}
        </span>
      )}
      {props.children}
    </span>
  );
};
