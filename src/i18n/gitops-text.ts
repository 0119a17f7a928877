import type { GitOpsOwner } from '../domain/gitops';
import type { Translate } from './use-t';

const ownerTexts: Record<GitOpsOwner['kind'], (t: Translate, name: string) => string> = {
  'argo-application': (t, name) => t('Argo CD (Application {{name}})', { name }),
  'flux-kustomization': (t, name) => t('Flux (Kustomization {{name}})', { name }),
  'flux-helm-release': (t, name) => t('Flux (HelmRelease {{name}})', { name }),
};

/** A tool with the object by which it applies others, such as `Flux (Kustomization apps/shop)`. */
export const gitOpsOwnerText = (t: Translate, { kind, namespace, name }: GitOpsOwner): string =>
  ownerTexts[kind](t, namespace === undefined ? name : `${namespace}/${name}`);

/** What somebody is about to do to objects that a tool applies. */
export type GitOpsDeed =
  | 'look'
  | 'look-at-shared'
  | 'create'
  | 'edit'
  | 'edit-beside'
  | 'delete'
  | 'pause'
  | 'resume'
  | 'repair'
  | 'take-over';

/** What comes of it, and what to do instead. */
export const gitOpsDeedText: Record<GitOpsDeed, (t: Translate) => string> = {
  look: (t) =>
    t(
      'What is changed here is undone by it, or differs from its source until that is changed, too. The last step of Edit hands out the manifests for the source.',
    ),
  'look-at-shared': (t) =>
    t(
      'It applies nothing of the trigger itself: edits and pauses stay. It can undo a repair of what triggers share, and bring back what goes with the last trigger.',
    ),
  create: (t) =>
    t(
      'Add the manifests of the trigger to its source: what is created in the cluster is in no source, and is gone when the project is built again.',
    ),
  edit: (t) =>
    t(
      'Put the manifests into its source. What is saved in the cluster is undone by it, or differs from the source until that is changed, too.',
    ),
  'edit-beside': (t) =>
    t('It applies nothing of the trigger itself, and an edit leaves these objects as they are.'),
  delete: (t) =>
    t(
      'Remove the manifests from its source, too: until then, what is deleted here comes back, and runs pushes again.',
    ),
  pause: (t) =>
    t(
      'It can undo the pause at any time. To pause for longer, take the label imagetriggers.dev/active off the Triggers in its source.',
    ),
  resume: (t) =>
    t(
      'It can pause the trigger again, or go back to the earlier time of activation. Change its source, too.',
    ),
  'take-over': (t) =>
    t(
      'Remove the old parts from its source: what is removed here, it makes again. As soon as they are gone, the take-over can be ended.',
    ),
  repair: (t) =>
    t('It can undo the repair. Where its source is what is wrong, change that instead.'),
};
