import { fieldOf, isRecord } from '../../object';
import { missingField, missingOneOf, multipleOneOf, type WebhookFieldError } from './field-errors';
import type { Shape } from './shape';

/** tektoncd/pipeline pkg/apis/pipeline/v1 workspace_types.go WorkspaceBinding. */
export const workspaceBinding: Shape = {
  fields: {
    name: 'text',
    subPath: 'text',
    volumeClaimTemplate: 'any',
    persistentVolumeClaim: { fields: { claimName: 'text', readOnly: 'flag' } },
    emptyDir: { fields: { medium: 'text', sizeLimit: 'any' } },
    configMap: { fields: { name: 'text', items: 'any', defaultMode: 'number', optional: 'flag' } },
    secret: {
      fields: { secretName: 'text', items: 'any', defaultMode: 'number', optional: 'flag' },
    },
    projected: 'any',
    csi: 'any',
  },
};

const sources = [
  'volumeClaimTemplate',
  'persistentVolumeClaim',
  'emptyDir',
  'configMap',
  'secret',
  'projected',
  'csi',
];

/** As the messages call them: two kinds of volumes are missing there. */
const namedSources = [
  'persistentvolumeclaim',
  'volumeclaimtemplate',
  'emptydir',
  'configmap',
  'secret',
];

/** What a source must name, and how the message calls it. */
const needed = [
  ['persistentVolumeClaim', 'claimName', 'persistentvolumeclaim.claimname'],
  ['configMap', 'name', 'configmap.name'],
  ['secret', 'secretName', 'secret.secretName'],
  ['csi', 'driver', 'csi.driver'],
] as const;

const bindingErrors = (binding: object, at: string): WebhookFieldError[] => {
  const given = sources.filter((source) => isRecord(fieldOf(binding, source)));
  const all = namedSources.map((source) => `${at}.${source}`);
  if (Object.keys(binding).length === 0) return [missingField(at)];
  if (given.length > 1) return [multipleOneOf(...all)];
  if (given.length === 0) return [missingOneOf(...all)];
  return needed.flatMap(([source, field, path]) => {
    const found = fieldOf(binding, source);
    return isRecord(found) && (found[field] ?? '') === '' ? [missingField(`${at}.${path}`)] : [];
  });
};

/** What is wrong with what fills the workspaces of a run (workspace_validation.go, pipelinerun_validation.go). */
export const workspaceErrors = (workspaces: unknown): WebhookFieldError[] => {
  const bindings = (Array.isArray(workspaces) ? workspaces : []).filter(isRecord);
  const names = bindings.map(({ name }) => (typeof name === 'string' ? name : ''));
  return bindings.flatMap((binding, index) => {
    const at = `spec.workspaces[${index}]`;
    const before = names.lastIndexOf(names[index] ?? '', index - 1);
    const repeated =
      index === 0 || before < 0
        ? []
        : [
            {
              message: `workspace "${names[index]}" provided by pipelinerun more than once, at index ${before} and ${index}`,
              path: `${at}.name`,
            },
          ];
    return [...bindingErrors(binding, at), ...repeated];
  });
};
