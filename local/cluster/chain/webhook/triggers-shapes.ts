import type { Shape } from './shape';

/** The Go types of tektoncd/triggers pkg/apis/triggers/v1beta1, as far as their fields go. */

const bindings: Shape = {
  list: { fields: { name: 'text', value: 'text', ref: 'text', kind: 'text', apiversion: 'text' } },
};

const paramSpecs: Shape = {
  list: { fields: { name: 'text', description: 'text', default: 'text' } },
};

export const triggerTemplateSpec: Shape = {
  fields: { params: paramSpecs, resourcetemplates: { list: 'any' } },
};

const template: Shape = {
  fields: { ref: 'text', apiversion: 'text', spec: triggerTemplateSpec },
};

const interceptors: Shape = {
  list: {
    fields: {
      name: 'text',
      ref: { fields: { name: 'text', kind: 'text', apiVersion: 'text' } },
      params: { list: { fields: { name: 'text', value: 'any' } } },
      webhook: 'any',
    },
  },
};

const reaction = {
  bindings,
  template,
  name: 'text',
  interceptors,
  serviceAccountName: 'text',
} as const;

export const triggerSpec: Shape = { fields: reaction };

export const triggerBindingSpec: Shape = {
  fields: { params: { list: { fields: { name: 'text', value: 'text' } } } },
};

const labelSelector: Shape = {
  fields: {
    matchLabels: 'texts',
    matchExpressions: {
      list: { fields: { key: 'text', operator: 'text', values: { list: 'text' } } },
    },
  },
};

const namespaceSelector: Shape = { fields: { matchNames: { list: 'text' } } };

const kubernetesResource: Shape = {
  fields: {
    replicas: 'number',
    serviceType: 'text',
    servicePort: 'number',
    serviceLoadBalancerClass: 'text',
    spec: 'any',
  },
};

export const eventListenerSpec: Shape = {
  fields: {
    serviceAccountName: 'text',
    triggers: { list: { fields: { ...reaction, triggerRef: 'text' } } },
    triggerGroups: {
      list: {
        fields: {
          name: 'text',
          interceptors,
          triggerSelector: { fields: { namespaceSelector, labelSelector } },
        },
      },
    },
    namespaceSelector,
    labelSelector,
    resources: { fields: { kubernetesResource, customResource: 'any' } },
    cloudEventURI: 'text',
  },
};
