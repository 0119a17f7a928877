import type { ReactNode } from 'react';
import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import {
  Alert,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Grid,
  GridItem,
  StackItem,
} from '@patternfly/react-core';
import { KindLink } from '../../components/KindLink';
import type { Finding } from '../../domain/health';
import type { ImageTrigger } from '../../domain/image-trigger';
import { relayName } from '../../domain/marks';
import { sourceName } from '../../domain/relay-names';
import { findingText } from '../../i18n/finding-text';
import { tagRuleKindText, tagRuleText } from '../../i18n/form-text';
import { useT } from '../../i18n/use-t';
import { apiServerSourceKind } from '../../k8s/api-server-source';
import { eventListenerKind } from '../../k8s/event-listener';
import { imageStreamKind } from '../../k8s/image-stream';
import { pipelineKind } from '../../k8s/pipeline';
import { projectKind } from '../../k8s/project';

const Fact = ({ term, children }: { readonly term: string; readonly children: ReactNode }) => (
  <DescriptionListGroup>
    <DescriptionListTerm>{term}</DescriptionListTerm>
    <DescriptionListDescription>{children}</DescriptionListDescription>
  </DescriptionListGroup>
);

/** What keeps the trigger from running pushes, each with what to do, as items of a stack. */
export const Findings = ({ findings }: { readonly findings: readonly Finding[] }) => {
  const t = useT();
  return findings.map((finding) => (
    <StackItem key={finding.code}>
      <Alert
        component="h2"
        isInline
        variant={finding.code === 'paused' ? 'info' : 'warning'}
        title={findingText(t, finding)}
      />
    </StackItem>
  ));
};

const Binding = ({ trigger }: { readonly trigger: ImageTrigger }) => {
  const t = useT();
  const { binding, pipeline, namespace } = trigger;
  return (
    <DescriptionList>
      <Fact term={t('ImageStream')}>
        {binding ? <KindLink kind={imageStreamKind} {...binding.stream} /> : t('Changed by hand')}
      </Fact>
      <Fact term={t('Tags')}>
        {binding
          ? binding.rule.kind === 'any'
            ? tagRuleText(t, binding.rule)
            : `${tagRuleKindText[binding.rule.kind](t)}: ${tagRuleText(t, binding.rule)}`
          : t('Changed by hand')}
      </Fact>
      <Fact term={t('Pipeline')}>
        {pipeline === undefined ? (
          t('None')
        ) : (
          <KindLink kind={pipelineKind} namespace={namespace} name={pipeline} />
        )}
      </Fact>
      <Fact term={t('Runs at once')}>
        {t('Up to {{count}} images that come with one event', { count: trigger.lanes })}
      </Fact>
    </DescriptionList>
  );
};

const Origin = ({ trigger }: { readonly trigger: ImageTrigger }) => {
  const t = useT();
  const { namespace, binding, activity, builder } = trigger;
  const latest = activity.at(-1);
  return (
    <DescriptionList>
      <Fact term={t('Namespace')}>
        <KindLink kind={projectKind} name={namespace} />
      </Fact>
      {latest && (
        <Fact term={latest.state === 'active' ? t('Active since') : t('Paused since')}>
          <Timestamp timestamp={latest.at} />
          {latest.by !== undefined && <div>{t('by {{user}}', { user: latest.by })}</div>}
          {latest.reason !== undefined && <div>{latest.reason}</div>}
        </Fact>
      )}
      <Fact term={t('Event source')}>
        {binding ? (
          <KindLink
            kind={apiServerSourceKind}
            namespace={namespace}
            name={sourceName(binding.stream.namespace)}
          />
        ) : (
          t('Changed by hand')
        )}
      </Fact>
      <Fact term={t('Listener')}>
        <KindLink kind={eventListenerKind} namespace={namespace} name={relayName} />
      </Fact>
      <Fact term={t('Built by')}>
        {builder === undefined
          ? t('Unknown version')
          : t('Version {{version}} of the plugin', { version: builder })}
      </Fact>
    </DescriptionList>
  );
};

/** What a trigger binds, since when, and by which parts. */
export const TriggerDetails = ({ trigger }: { readonly trigger: ImageTrigger }) => (
  <Grid hasGutter>
    <GridItem md={6}>
      <Binding trigger={trigger} />
    </GridItem>
    <GridItem md={6}>
      <Origin trigger={trigger} />
    </GridItem>
  </Grid>
);
