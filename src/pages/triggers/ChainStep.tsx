import { isClusterImages } from '../../domain/push';
import { anyImageText } from '../../i18n/stream-text';
import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { KindLink } from '../../components/KindLink';
import type { LinkId } from '../../domain/chain-places';
import type { ImageTrigger } from '../../domain/image-trigger';
import { receiverName, sourceName } from '../../domain/relay-names';
import type { ChainLink, TriggerChain } from '../../domain/trigger-chain';
import { tagRuleInFull } from '../../i18n/form-text';
import { useT } from '../../i18n/use-t';
import { apiServerSourceKind } from '../../k8s/api-server-source';
import { eventListenerKind } from '../../k8s/event-listener';
import { imageStreamKind } from '../../k8s/image-stream';
import { pipelineKind } from '../../k8s/pipeline';
import { pipelineRunKind } from '../../k8s/pipeline-run';
import type { ResourceKind } from '../../k8s/resource';
import { triggerKind } from '../../k8s/trigger';
import { triggerTemplateKind } from '../../k8s/trigger-template';

interface StepProps {
  readonly trigger: ImageTrigger;
  readonly chain: TriggerChain;
  readonly link: ChainLink;
  /** How many image triggers of the project there are: they share the listener. */
  readonly sharedBy: number;
}

interface LinkObject {
  readonly kind: ResourceKind;
  readonly namespace: string;
  readonly name: string;
}

/** The object that a link is; undefined where nobody can tell, or there is none. */
const objectOf: Record<LinkId, (props: StepProps) => LinkObject | undefined> = {
  stream: ({ trigger: { binding } }) =>
    binding && !isClusterImages(binding.stream)
      ? { kind: imageStreamKind, ...binding.stream }
      : undefined,
  source: ({ trigger: { namespace, binding } }) =>
    binding && {
      kind: apiServerSourceKind,
      namespace,
      name: sourceName(binding.stream.namespace),
    },
  listener: ({ trigger: { namespace, binding } }) => ({
    kind: eventListenerKind,
    namespace,
    name: receiverName(binding?.stream.namespace),
  }),
  filter: ({ trigger: { namespace, name } }) => ({ kind: triggerKind, namespace, name }),
  template: ({ trigger: { namespace, name } }) => ({ kind: triggerTemplateKind, namespace, name }),
  pipeline: ({ trigger: { namespace, pipeline } }) =>
    pipeline === undefined ? undefined : { kind: pipelineKind, namespace, name: pipeline },
  run: ({ chain: { newest } }) => newest?.run && { kind: pipelineRunKind, ...newest.run },
};

/** What there is where no object is. */
const NoObject = ({ trigger: { binding }, link: { id }, chain }: StepProps) => {
  const t = useT();
  if (id === 'stream' && binding) return anyImageText(t);
  if (id === 'pipeline') return t('None');
  if (id === 'run') return chain.newest ? t('No PipelineRun') : t('No push yet that should run');
  return t('Changed by hand');
};

/** When the newest push that should have run was here. */
const TimeHere = ({ chain, link: { id, at } }: StepProps) => {
  const t = useT();
  if (at === undefined) return null;
  const what: Partial<Record<LinkId, string>> = {
    stream: t('Push of {{tags}}:', { tags: chain.newest?.tags.join(', ') ?? '' }),
    source: t('Event sent:'),
    template: t('PipelineRun created:'),
    pipeline: t('PipelineRun started:'),
    run: chain.newest?.run?.finishedAt === at ? t('Finished:') : undefined,
  };
  return (
    what[id] && (
      <div>
        {what[id]} <Timestamp timestamp={at} simple />
      </div>
    )
  );
};

/** What a link of the chain is, and a fact of it. */
export const ChainStep = (props: StepProps) => {
  const t = useT();
  const { trigger, link, sharedBy } = props;
  const object = objectOf[link.id](props);
  return (
    <>
      <div>
        {object ? (
          <KindLink kind={object.kind} namespace={object.namespace} name={object.name} />
        ) : (
          <NoObject {...props} />
        )}
      </div>
      {link.id === 'listener' && (
        <div>{t('Serves {{count}} image triggers of this project', { count: sharedBy })}</div>
      )}
      {link.id === 'filter' && trigger.binding && (
        <div>{tagRuleInFull(t, trigger.binding.rule, trigger.binding.stream)}</div>
      )}
      <TimeHere {...props} />
    </>
  );
};
