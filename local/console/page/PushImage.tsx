import type { K8sModel, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { k8sCreateResource } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-resource';
import {
  Alert,
  Button,
  Form,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  Stack,
  TextInput,
} from '@patternfly/react-core';
import { useState, type FC } from 'react';
import { useNamespaceContext } from '../host/ActiveNamespace';
import { allNamespaces } from '../host/namespace-route';
import { useModel } from '../host/use-model';
import { imageStreamMappingModel, mappingOf, newDigest, streamName } from './push';
import { useWatchedList } from './use-watched';

const imageStream = { group: 'image.openshift.io', version: 'v1', kind: 'ImageStream' };

const usePush = () => {
  const [busy, setBusy] = useState(false);
  const [pushed, setPushed] = useState<string>();
  const [error, setError] = useState<string>();
  const push = async (stream: K8sResourceCommon, tag: string) => {
    const digest = newDigest();
    setBusy(true);
    setError(undefined);
    try {
      await k8sCreateResource({
        model: imageStreamMappingModel,
        data: mappingOf(stream, tag, digest),
      });
      setPushed(`${streamName(stream)}:${tag} is now ${digest.slice(0, 19)}`);
    } catch (cause) {
      setError(cause instanceof Error ? cause.message : String(cause));
    } finally {
      setBusy(false);
    }
  };
  return { busy, pushed, error, push };
};

const PushForm: FC<{ model: K8sModel; onClose: () => void }> = ({ model, onClose }) => {
  const [namespace] = useNamespaceContext();
  const watched = useWatchedList(model, namespace === allNamespaces ? undefined : namespace);
  const [chosen, setChosen] = useState<string>();
  const [tag, setTag] = useState('latest');
  const { busy, pushed, error, push } = usePush();
  const streams = watched.state === 'loaded' ? watched.data : [];
  const names = streams.map(streamName).sort();
  const name = chosen ?? names[0];
  const stream = streams.find((candidate) => streamName(candidate) === name);
  const refusal = watched.state === 'failed' ? watched.reason : error;
  return (
    <>
      <ModalBody>
        <Stack hasGutter>
          {pushed !== undefined && <Alert isInline variant="success" title={pushed} isLiveRegion />}
          {refusal !== undefined && (
            <Alert isInline variant="danger" title="Refused" isLiveRegion>
              {refusal}
            </Alert>
          )}
          <Form
            id="push-image"
            onSubmit={(event) => {
              event.preventDefault();
              if (stream !== undefined) void push(stream, tag);
            }}
          >
            <FormGroup label="ImageStream" fieldId="push-stream" isRequired>
              <FormSelect id="push-stream" value={name} onChange={(_, value) => setChosen(value)}>
                {names.map((option) => (
                  <FormSelectOption key={option} value={option} label={option} />
                ))}
              </FormSelect>
            </FormGroup>
            <FormGroup label="Tag" fieldId="push-tag" isRequired>
              <TextInput
                id="push-tag"
                value={tag}
                isRequired
                onChange={(_, value) => setTag(value)}
              />
              <FormHelperText>
                <HelperText>
                  <HelperTextItem>Each push is a new image.</HelperTextItem>
                </HelperText>
              </FormHelperText>
            </FormGroup>
          </Form>
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Button
          type="submit"
          form="push-image"
          isLoading={busy}
          isDisabled={busy || stream === undefined || tag === ''}
        >
          Push
        </Button>
        <Button variant="link" onClick={onClose}>
          Close
        </Button>
      </ModalFooter>
    </>
  );
};

/** Makes a push in place of a registry: a new image at a tag of a stream of the active project. */
export const PushImage: FC<{ onClose: () => void }> = ({ onClose }) => {
  const model = useModel(imageStream);
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="push-title">
      <ModalHeader
        title="Push an image"
        labelId="push-title"
        description="Local console, not part of the plugin: does what a registry does after a push."
      />
      {model === undefined ? (
        <ModalBody>The cluster has no ImageStreams.</ModalBody>
      ) : (
        <PushForm model={model} onClose={onClose} />
      )}
    </Modal>
  );
};
