import type { Action, K8sModel, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { useAccessReview } from '@openshift-console/dynamic-plugin-sdk/lib/app/components/utils/rbac';
import { Divider, Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { useState, type FC } from 'react';
import { useNavigate } from 'react-router';
import { referenceOf } from '../host/k8s-reducer';
import { resourcePath } from '../modules/internal/components/utils/resource-path';
import ActionServiceProvider from '../modules/shared/src/components/actions/ActionServiceProvider';
import { useDeleteModal } from '../modules/shared/src/hooks/useDeleteModal';

const ActionItem: FC<{ action: Action }> = ({ action }) => {
  const navigate = useNavigate();
  const [isAllowed] = useAccessReview(action.accessReview ?? {}, undefined, true);
  const isRefused = action.accessReview !== undefined && !isAllowed;
  const { cta } = action;
  const run = () => {
    if (typeof cta === 'function') cta();
    else if (cta.external === true) window.open(cta.href, '_blank', 'noreferrer');
    else void navigate(cta.href);
  };
  return (
    <DropdownItem
      description={action.description}
      isAriaDisabled={action.disabled === true || isRefused}
      tooltipProps={
        action.disabledTooltip === undefined ? undefined : { content: action.disabledTooltip }
      }
      onClick={run}
    >
      {action.label}
    </DropdownItem>
  );
};

interface MenuProps {
  model: K8sModel;
  actions: Action[];
  onDelete: () => void;
}

const ActionMenu: FC<MenuProps> = ({ model, actions, onDelete }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      popperProps={{ position: 'right' }}
      toggle={(ref) => (
        <MenuToggle ref={ref} isExpanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Actions
        </MenuToggle>
      )}
    >
      <DropdownList>
        {actions.map((action) => (
          <ActionItem key={action.id} action={action} />
        ))}
        {actions.length > 0 && <Divider />}
        <DropdownItem onClick={onDelete}>Delete {model.label}</DropdownItem>
      </DropdownList>
    </Dropdown>
  );
};

/** The menu of an object: what plugins add to its kind, and delete. */
export const ResourceActions: FC<{ model: K8sModel; object: K8sResourceCommon }> = (props) => {
  const { model, object } = props;
  const confirmDelete = useDeleteModal(object, resourcePath(model, object.metadata?.namespace));
  return (
    <ActionServiceProvider context={{ [referenceOf(model)]: object }}>
      {({ actions, loaded }) =>
        loaded && <ActionMenu model={model} actions={actions} onDelete={confirmDelete} />
      }
    </ActionServiceProvider>
  );
};
