import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Alert, AlertActionLink, DescriptionList, StackItem } from '@patternfly/react-core';
import { Fact } from '../../components/Fact';
import { KindLink } from '../../components/KindLink';
import { LinkButton } from '../../components/LinkButton';
import { editTriggerPath } from '../../components/paths';
import { lastSwitch } from '../../domain/activity';
import type { Finding } from '../../domain/health';
import { runOfTemplate } from '../../domain/image-trigger';
import type { ImageTrigger } from '../../domain/image-trigger';
import { relayName } from '../../domain/marks';
import { sourceName } from '../../domain/relay-names';
import { runSettings, splitSettings } from '../../domain/run-settings';
import { readWorkspaces } from '../../domain/workspace';
import { findingText } from '../../i18n/finding-text';
import { tagRuleInFull } from '../../i18n/form-text';
import { runSettingText } from '../../i18n/settings-text';
import { useT } from '../../i18n/use-t';
import { workspaceText } from '../../i18n/workspace-text';
import { apiServerSourceKind } from '../../k8s/api-server-source';
import { eventListenerKind } from '../../k8s/event-listener';
import { imageStreamKind } from '../../k8s/image-stream';
import { pipelineKind } from '../../k8s/pipeline';
import { namespaceKind } from '../../k8s/namespace';
import { PauseRecord } from './PauseRecord';
import type { TriggerActions } from './use-trigger-actions';

/** What the repair puts right. */
const repaired: ReadonlySet<Finding['code']> = new Set<Finding['code']>([
  'source-missing',
  'listener-missing',
  'sink-port',
  'lanes-missing',
  'partly-active',
  'lane-changed',
]);

/** What only the form can put right: nothing says what it should be. */
const edited: ReadonlySet<Finding['code']> = new Set<Finding['code']>([
  'template-missing',
  'pipeline-missing',
  'params-missing',
]);

/** What the user can do about a finding at once; nothing where another page is the place. */
const FindingAction = ({
  finding: { code },
  trigger,
  start,
}: {
  readonly finding: Finding;
  readonly trigger: ImageTrigger;
  readonly start: TriggerActions['start'];
}) => {
  const t = useT();
  if (repaired.has(code))
    return (
      <AlertActionLink onClick={() => start('repair', trigger)}>
        {t('Repair the trigger')}
      </AlertActionLink>
    );
  if (code === 'edit-unfinished')
    return (
      <AlertActionLink onClick={() => start('settle', trigger)}>
        {t('End the edit')}
      </AlertActionLink>
    );
  return edited.has(code) ? (
    <LinkButton variant="link" isInline to={editTriggerPath(trigger)}>
      {t('Edit the trigger')}
    </LinkButton>
  ) : null;
};

/** What keeps the trigger from running pushes, each with what to do, as items of a stack. */
export const Findings = ({
  findings,
  trigger,
  start,
}: {
  readonly findings: readonly Finding[];
  readonly trigger: ImageTrigger;
  readonly start: TriggerActions['start'];
}) => {
  const t = useT();
  return findings.map((finding) => (
    <StackItem key={finding.code}>
      <Alert
        component="h2"
        isInline
        variant={finding.code === 'paused' ? 'info' : 'warning'}
        title={findingText(t, finding)}
        actionLinks={<FindingAction finding={finding} trigger={trigger} start={start} />}
      >
        {finding.code === 'paused' && <PauseRecord trigger={trigger} />}
      </Alert>
    </StackItem>
  ));
};

/** What its runs have beside their parameters, as the template says it. */
const RunFacts = ({ trigger }: { readonly trigger: ImageTrigger }) => {
  const t = useT();
  const run = runOfTemplate(trigger.objects.template);
  const workspaces = run ? readWorkspaces(run, undefined) : [];
  const { settings } = splitSettings(run?.spec ?? {});
  return (
    <>
      {workspaces.length > 0 && (
        <Fact term={t('Workspaces')}>
          {workspaces.map((workspace) => (
            <div key={workspace.name}>
              {workspace.name}: {workspaceText(t, workspace)}
            </div>
          ))}
        </Fact>
      )}
      {runSettings.map(
        (setting) =>
          settings[setting] !== '' && (
            <Fact key={setting} term={runSettingText[setting](t)}>
              {settings[setting]}
            </Fact>
          ),
      )}
    </>
  );
};

/** What a trigger binds, since when, and by which parts. */
export const TriggerDetails = ({ trigger }: { readonly trigger: ImageTrigger }) => {
  const t = useT();
  const { namespace, binding, pipeline, activity, builder } = trigger;
  const latest = lastSwitch(activity);
  return (
    <DescriptionList isCompact columnModifier={{ default: '1Col', md: '2Col', xl: '3Col' }}>
      <Fact term={t('ImageStream')}>
        {binding ? <KindLink kind={imageStreamKind} {...binding.stream} /> : t('Changed by hand')}
      </Fact>
      <Fact term={t('Tags')}>
        {binding ? tagRuleInFull(t, binding.rule) : t('Changed by hand')}
      </Fact>
      <Fact term={t('Pipeline')}>
        {pipeline === undefined ? (
          t('None')
        ) : (
          <KindLink kind={pipelineKind} namespace={namespace} name={pipeline} />
        )}
      </Fact>
      <RunFacts trigger={trigger} />
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
      <Fact term={t('Runs at once')}>
        {t('Up to {{count}} images that come with one event', { count: trigger.lanes })}
      </Fact>
      <Fact term={t('Namespace')}>
        <KindLink kind={namespaceKind} name={namespace} />
      </Fact>
      {latest && (
        <Fact term={latest.state === 'active' ? t('Active since') : t('Paused since')}>
          <Timestamp timestamp={latest.at} />
          {latest.by !== undefined && <div>{t('by {{user}}', { user: latest.by })}</div>}
        </Fact>
      )}
      <Fact term={t('Built by')}>
        {builder === undefined
          ? t('Unknown version')
          : t('Version {{version}} of the plugin', { version: builder })}
      </Fact>
    </DescriptionList>
  );
};
