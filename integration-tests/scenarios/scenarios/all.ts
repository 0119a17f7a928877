import type { Scenario } from '../scenario';
import { activationScenarios } from './activation';
import { anyImageScenarios } from './any-image';
import { anyImageRelayScenarios } from './any-image-relay';
import { anyImageRightsScenarios } from './any-image-rights';
import { atOnceScenarios } from './at-once';
import { builderScenarios } from './builder';
import { exportScenarios } from './export';
import { faultScenarios } from './faults';
import { deletionScenarios } from './deletions';
import { eachImageScenarios } from './each-image';
import { editScenarios } from './edits';
import { importScenarios } from './imports';
import { leastPrivilegeScenarios } from './least-privilege';
import { listenerReadScenarios } from './listener-reads';
import { foundChainScenarios } from './found-chain';
import { lossScenarios } from './losses';
import { manyScenarios } from './many';
import { nameScenarios } from './names';
import { manifestScenarios } from './manifests';
import { neighbourScenarios } from './neighbours';
import { objectParamScenarios } from './object-params';
import { pauseScenarios } from './pause';
import { pushScenarios } from './pushes';
import { removalScenarios } from './removal';
import { repairScenarios } from './repairs';
import { rightsScenarios } from './rights';
import { ruleScenarios } from './rules';
import { permissionScenarios } from './permissions';
import { pipelineRunScenarios } from './pipeline-runs';
import { tagScenarios } from './tags';
import { replayScenarios } from './replay';
import { rerunScenarios } from './reruns';
import { sentEventScenarios } from './sent-events';
import { tagVerdictScenarios } from './tag-verdicts';
import { takeOverScenarios } from './take-over';
import { transactionScenarios } from './transaction';
import { trustScenarios } from './trust';
import { workspaceScenarios } from './workspaces';

/** Every scenario, in the order of the table, in which they are begun, too. */
export const allScenarios: readonly Scenario[] = [
  // First: on a cluster whose clock cannot be moved they wait for minutes, and leave it to the others.
  ...editScenarios,
  ...eachImageScenarios,
  ...exportScenarios,
  ...lossScenarios,
  ...sentEventScenarios,
  ...repairScenarios,
  ...deletionScenarios,
  ...activationScenarios,
  ...tagScenarios,
  ...trustScenarios,
  ...pushScenarios,
  ...importScenarios,
  ...anyImageScenarios,
  ...anyImageRelayScenarios,
  ...anyImageRightsScenarios,
  ...ruleScenarios,
  ...nameScenarios,
  ...tagVerdictScenarios,
  ...pipelineRunScenarios,
  ...objectParamScenarios,
  ...workspaceScenarios,
  ...replayScenarios,
  ...rerunScenarios,
  ...pauseScenarios,
  ...neighbourScenarios,
  ...manyScenarios,
  ...faultScenarios,
  ...removalScenarios,
  ...transactionScenarios,
  ...rightsScenarios,
  ...permissionScenarios,
  ...leastPrivilegeScenarios,
  ...listenerReadScenarios,
  ...builderScenarios,
  ...manifestScenarios,
  ...foundChainScenarios,
  ...takeOverScenarios,
  // Last: their hundreds of runs keep the controllers of a shared cluster busy.
  ...atOnceScenarios,
];
