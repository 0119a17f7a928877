import type {
  K8sModel,
  K8sResourceCommon,
  UseDeleteModal,
} from '@openshift-console/dynamic-plugin-sdk';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk/lib/app/modal-support/useOverlay';
import { useK8sModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks/useK8sModel';
import { getGroupVersionKindForResource } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';
import { k8sDeleteResource } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-resource';
import { Alert, Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useCallback, useState, type FC, type ReactNode } from 'react';
import { useNavigate, type To } from 'react-router';

interface DeleteModalProps {
  model: K8sModel;
  resource: K8sResourceCommon;
  redirectTo: To | undefined;
  message: ReactNode;
  confirmText: ReactNode;
  closeOverlay: () => void;
}

const DeleteModal: FC<DeleteModalProps> = (props) => {
  const { model, resource, redirectTo, message, confirmText, closeOverlay } = props;
  const navigate = useNavigate();
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  const confirm = async () => {
    setBusy(true);
    try {
      await k8sDeleteResource({ model, resource });
      closeOverlay();
      if (redirectTo !== undefined) void navigate(redirectTo);
    } catch (cause) {
      setError(cause instanceof Error ? cause.message : String(cause));
      setBusy(false);
    }
  };

  return (
    <Modal isOpen variant="small" onClose={closeOverlay} aria-labelledby="delete-title">
      <ModalHeader
        title={`Delete ${model.label}?`}
        titleIconVariant="warning"
        labelId="delete-title"
      />
      <ModalBody>
        {message ?? (
          <p>
            Are you sure you want to delete <strong>{resource.metadata?.name}</strong>?
          </p>
        )}
        {error !== undefined && (
          <Alert isInline variant="danger" title="An error occurred">
            {error}
          </Alert>
        )}
      </ModalBody>
      <ModalFooter>
        <Button variant="danger" isLoading={busy} isDisabled={busy} onClick={() => void confirm()}>
          {confirmText ?? 'Delete'}
        </Button>
        <Button variant="link" onClick={closeOverlay}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
};

/** The SDK's useDeleteModal: a function that asks before it deletes the object. */
export const useDeleteModal: UseDeleteModal = (...[resource, redirectTo, message, confirmText]) => {
  const launch = useOverlay();
  const [model] = useK8sModel(getGroupVersionKindForResource(resource));
  return useCallback(
    () =>
      launch<Omit<DeleteModalProps, 'closeOverlay'>>(DeleteModal, {
        model,
        resource,
        redirectTo,
        message,
        confirmText,
      }),
    [launch, model, resource, redirectTo, message, confirmText],
  );
};
