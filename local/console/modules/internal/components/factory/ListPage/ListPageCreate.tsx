import type {
  CreateWithPermissionsProps,
  ListPageCreateButtonProps,
  ListPageCreateDropdownProps,
  ListPageCreateLinkProps,
  ListPageCreateProps,
} from '@openshift-console/dynamic-plugin-sdk';
import { useAccessReview } from '@openshift-console/dynamic-plugin-sdk/lib/app/components/utils/rbac';
import { Button, Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { useState, type FC, type PropsWithChildren } from 'react';
import { Link } from 'react-router';
import { useNamespaceContext } from '../../../../../host/ActiveNamespace';
import { useModel } from '../../../../../host/use-model';
import { allNamespaces } from '../../../../../host/namespace-route';
import { resourcePath } from '../../utils/resource-path';

type Review = NonNullable<CreateWithPermissionsProps['createAccessReview']>;

const IfAllowed: FC<PropsWithChildren<{ review: Review }>> = ({ review, children }) => {
  const model = useModel(review.groupVersionKind);
  const [isAllowed, isLoading] = useAccessReview({
    group: model?.apiGroup,
    resource: model?.plural,
    verb: 'create',
    namespace: review.namespace,
  });
  return isAllowed && !isLoading ? children : null;
};

const WithPermission: FC<CreateWithPermissionsProps> = ({ createAccessReview, children }) =>
  createAccessReview === undefined ? (
    children
  ) : (
    <IfAllowed review={createAccessReview}>{children}</IfAllowed>
  );

export const ListPageCreateLink: FC<ListPageCreateLinkProps> = (props) => (
  <WithPermission createAccessReview={props.createAccessReview}>
    <Button
      variant="primary"
      data-test="item-create"
      component={(link) => <Link {...link} to={props.to} />}
    >
      {props.children}
    </Button>
  </WithPermission>
);

export const ListPageCreateButton: FC<ListPageCreateButtonProps> = (props) => {
  const { createAccessReview, ...button } = props;
  return (
    <WithPermission createAccessReview={createAccessReview}>
      <Button variant="primary" data-test="item-create" {...button} />
    </WithPermission>
  );
};

export const ListPageCreateDropdown: FC<ListPageCreateDropdownProps> = (props) => {
  const { items, onClick, children, createAccessReview } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <WithPermission createAccessReview={createAccessReview}>
      <Dropdown
        isOpen={isOpen}
        onOpenChange={setOpen}
        onSelect={() => setOpen(false)}
        popperProps={{ position: 'right' }}
        toggle={(ref) => (
          <MenuToggle
            ref={ref}
            variant="primary"
            isExpanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            data-test="item-create"
          >
            {children}
          </MenuToggle>
        )}
      >
        <DropdownList>
          {Object.entries(items).map(([key, label]) => (
            <DropdownItem key={key} onClick={() => onClick(key)}>
              {label}
            </DropdownItem>
          ))}
        </DropdownList>
      </Dropdown>
    </WithPermission>
  );
};

const ListPageCreate: FC<ListPageCreateProps> = (props) => {
  const model = useModel(props.groupVersionKind);
  const [namespace] = useNamespaceContext();
  if (model === undefined) return null;
  const target = resourcePath(model, namespace === allNamespaces ? 'default' : namespace, '~new');
  return (
    <ListPageCreateLink createAccessReview={props.createAccessReview} to={target}>
      {props.children}
    </ListPageCreateLink>
  );
};

export default ListPageCreate;
