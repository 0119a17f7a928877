import type { K8sObject } from '../k8s/resource';

/** The value of `app.kubernetes.io/managed-by` on everything that this plugin writes. */
export const manager = 'image-triggers-plugin';

const domain = 'imagetriggers.dev';

export const managedByLabel = 'app.kubernetes.io/managed-by';
/** The image trigger that a lane, a template or a run belongs to. */
export const triggerLabel = `${domain}/trigger`;
/** On a lane: the listener selects it. Taking it off pauses the lane. */
export const activeLabel = `${domain}/active`;
/** On a Trigger that stands in for a lane while its image trigger is edited: whose it is. */
export const bridgeLabel = `${domain}/bridge`;
/** On a lane: which of the listener's groups it is in (`groupOf` its ImageStream). */
export const groupLabel = `${domain}/group`;
/** On a run: the ImageStream, where its name is a legal label value. */
export const streamLabel = `${domain}/image-stream`;

/** The cause record that a run carries, so that its history survives the ledger. */
export const causeAnnotations = {
  stream: `${domain}/image-stream`,
  streamNamespace: `${domain}/image-stream-namespace`,
  tag: `${domain}/tag`,
  digest: `${domain}/digest`,
  reference: `${domain}/reference`,
  pushedAt: `${domain}/pushed-at`,
  eventId: `${domain}/event-id`,
  eventTime: `${domain}/event-time`,
} as const;

/** On a run that a user asked for in place of the listener: the user's name; empty if unknown. */
export const replayedByAnnotation = `${domain}/replayed-by`;

/** On lane 1: when the trigger was activated and paused (`parseActivity`). */
export const activityAnnotation = `${domain}/activity`;
/** On a Trigger with `bridgeLabel`: what the edit is about to write (`parseEdit`). */
export const editAnnotation = `${domain}/edit`;
/** On lane 1: the chain that the trigger takes over, until that is done (`parseTakenChain`). */
export const takesOverAnnotation = `${domain}/takes-over`;
/** The version of the plugin that built the object. */
export const builderAnnotation = `${domain}/builder-version`;

export const managedLabels = { [managedByLabel]: manager };

/** As a requirement of a label selector: everything that `managedLabels` does not select. */
export const notManaged = `${managedByLabel}!=${manager}`;

export const isManaged = (object: K8sObject): boolean =>
  object.metadata?.labels?.[managedByLabel] === manager;

/** The name that the parts of the relay share in a namespace. */
export const relayName = 'image-triggers';
export const sourceAccountName = `${relayName}-source`;
export const listenerAccountName = `${relayName}-listener`;
/** Installed once for the cluster, by the chart or by a cluster admin. */
export const listenerClusterRoleName = `${relayName}-listener`;
