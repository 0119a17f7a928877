import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { DescriptionList } from '@patternfly/react-core';
import { Fact } from '../../components/Fact';
import { KindLink } from '../../components/KindLink';
import { lastSwitch } from '../../domain/activity';
import { runOfTemplate } from '../../domain/image-trigger';
import type { ImageTrigger } from '../../domain/image-trigger';
import { filledPodFields } from '../../domain/pod-template';
import { runSettings } from '../../domain/run-settings';
import { splitRunSpec } from '../../domain/run-spec';
import { readWorkspaces } from '../../domain/workspace';
import { podFieldText, podValueText } from '../../i18n/pod-text';
import { policyText, policyTitle } from '../../i18n/policy-text';
import { runSettingText } from '../../i18n/settings-text';
import { useT } from '../../i18n/use-t';
import { workspaceText } from '../../i18n/workspace-text';
import { namespaceKind } from '../../k8s/namespace';

/** What its runs have beside their parameters, as the template says it. */
const RunFacts = ({ trigger }: { readonly trigger: ImageTrigger }) => {
  const t = useT();
  const run = runOfTemplate(trigger.objects.template);
  const workspaces = run ? readWorkspaces(run, undefined) : [];
  const { settings, pod } = splitRunSpec(run?.spec ?? {});
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
      {filledPodFields(pod).map((field) => (
        <Fact key={field} term={podFieldText[field](t)}>
          {podValueText(t, field, pod)}
        </Fact>
      ))}
    </>
  );
};

/** What a trigger is beside its chain: how its runs are made, and since when. */
export const TriggerDetails = ({ trigger }: { readonly trigger: ImageTrigger }) => {
  const t = useT();
  const { namespace, activity, binding, builder } = trigger;
  const latest = lastSwitch(activity);
  return (
    <DescriptionList isCompact columnModifier={{ default: '1Col', md: '2Col', xl: '3Col' }}>
      <RunFacts trigger={trigger} />
      {binding && (
        <Fact term={policyTitle(t)}>
          {policyText[binding.naming.policy](t)}
          {binding.naming.since !== undefined && (
            <div>
              {t('For pushes since:')} <Timestamp timestamp={binding.naming.since} />
            </div>
          )}
        </Fact>
      )}
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
