import type { CompleteDraft, DraftParam } from '../domain/draft';
import { noPodTemplate } from '../domain/pod-template';
import type { PodTemplate } from '../domain/pod-template';
import { noMetadata } from '../domain/run-metadata';
import { defaultSettings } from '../domain/run-settings';
import type { RunSettings } from '../domain/run-settings';
import type { DraftWorkspace } from '../domain/workspace';
import { aDraft } from './builders';

/** A parameter that can be left out, with a text. */
export const aTextParam = (name: string, value: string): DraftParam => ({
  name,
  type: 'string',
  hasDefault: true,
  source: { from: 'literal', value },
});

/** An object `image`, of which `url` is declared, with these texts for its keys. */
export const anObjectParam = (keys: Readonly<Record<string, string>>): DraftParam => ({
  name: 'image',
  type: 'object',
  hasDefault: false,
  properties: [{ name: 'url', hasDefault: false }],
  source: {
    from: 'object',
    keys: Object.entries(keys).map(([name, value]) => ({
      name,
      source: { from: 'literal', value },
    })),
  },
});

/** A workspace that can be left out. */
export const aWorkspace = (name: string, from: 'nothing' | 'emptyDir'): DraftWorkspace => ({
  name,
  isOptional: true,
  source: { from },
});

/** A draft with settings of its runs. */
export const draftWithSettings = (settings: Partial<RunSettings>): CompleteDraft =>
  aDraft({ settings: { ...defaultSettings, ...settings } });

/** A draft that says something of the pods of its runs. */
export const draftWithPods = (pod: Partial<PodTemplate>): CompleteDraft =>
  aDraft({ pod: { ...noPodTemplate, ...pod } });

/** A draft with labels on its runs. */
export const draftWithLabels = (labels: Readonly<Record<string, string>>): CompleteDraft =>
  aDraft({
    metadata: {
      ...noMetadata,
      labels: Object.entries(labels).map(([name, value]) => ({ name, value })),
    },
  });
