import type { Finding } from '../domain/health';
import type { Translate } from './use-t';

/** A finding as a sentence, with what to do about it. */
export const findingText = (t: Translate, finding: Finding): string => {
  switch (finding.code) {
    case 'source-missing':
      return t(
        'The ApiServerSource is missing: no push reaches the listener. Repair an image trigger that uses it.',
      );
    case 'source-not-ready':
      return t('The ApiServerSource is not ready. {{message}}', { message: finding.message });
    case 'listener-missing':
      return t(
        'The EventListener is missing: no push starts a run. Repair an image trigger that uses it.',
      );
    case 'listener-not-ready':
      return t('The EventListener is not ready. {{message}}', { message: finding.message });
    case 'sink-port':
      return t(
        'The ApiServerSource sends to {{sink}}, but the EventListener listens at {{address}}.',
        {
          sink: finding.sink,
          address: finding.address,
        },
      );
    case 'template-missing':
      return t(
        'The TriggerTemplate is missing or names no Pipeline: no push starts a run. Edit the trigger to choose a Pipeline again.',
      );
    case 'pipeline-missing':
      return t('The Pipeline {{pipeline}} does not exist: every run will fail.', {
        pipeline: finding.pipeline,
      });
    case 'params-missing':
      return t(
        'The Pipeline {{pipeline}} asks for parameters that the trigger does not give: {{params}}. Every run will fail. Edit the trigger to fill them.',
        { pipeline: finding.pipeline, params: finding.params },
      );
    case 'account-missing':
      return t(
        'The ServiceAccount {{account}}, which the TriggerTemplate names for the runs, does not exist: every run will fail. Repair the trigger to create it again, or edit the trigger to name another one.',
        { account: finding.account },
      );
    case 'changed-by-hand':
      return t(
        'The filter of a Trigger was changed by hand, so this page cannot tell which pushes it answers to. Put it back in its YAML, or delete the trigger and create it again: its runs and their history stay.',
      );
    case 'lane-changed':
      return t(
        'The filter of a Trigger was changed by hand, so this page cannot tell which pushes it answers to. The other Triggers say what it was: repair the trigger.',
      );
    case 'newer-builder':
      return t(
        'Version {{builder}} built this trigger; this version of the plugin ({{version}}) cannot read it. Upgrade the plugin.',
        { builder: finding.builder, version: finding.version },
      );
    case 'outdated':
      return t(
        'Version {{builder}} built this trigger; this version ({{version}}) would build {{count}} of its objects otherwise.',
        { builder: finding.builder, version: finding.version, count: finding.objects },
      );
    case 'lanes-missing':
      return t(
        '{{found}} of {{expected}} Triggers are left: of images pushed at once, some will not run. Repair the trigger.',
        { found: finding.found, expected: finding.expected },
      );
    case 'overload':
      return t(
        'Every event of ImageStream {{stream}} ({{kilobytes}} kB) costs the listener {{calls}} calls of its interceptors, and each carries the whole ImageStream: of pushes that come at once, some may be lost. Shorten the history of the ImageStream with the image pruner, or name tags instead of a pattern.',
        { calls: finding.calls, stream: finding.stream, kilobytes: finding.kilobytes },
      );
    case 'partly-active':
      return t(
        'Only some of the Triggers are active: of images pushed at once, some will not run. Repair the trigger, or pause it.',
      );
    case 'edit-unfinished':
      return t(
        'An edit of the trigger is not finished. No push is lost, but the earlier tag rule may still start runs. Unless somebody is saving it right now, end the edit.',
      );
    case 'paused':
      return t('The trigger is paused: pushes do not start runs.');
  }
};
