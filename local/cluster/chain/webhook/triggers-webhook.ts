import type { Admission } from '../../admission';
import { resources } from '../../resources';
import { refuse } from './denial';
import { decodeStrictly } from './shape';
import { completeEventListener, completeTrigger } from './triggers-defaults';
import {
  eventListenerSpec,
  triggerBindingSpec,
  triggerSpec,
  triggerTemplateSpec,
} from './triggers-shapes';
import {
  eventListenerErrors,
  triggerBindingErrors,
  triggerErrors,
  triggerTemplateErrors,
} from './triggers-validation';

const defaulting = 'webhook.triggers.tekton.dev';
const validation = 'validation.webhook.triggers.tekton.dev';

/** Tekton Triggers' admission webhooks (tektoncd/triggers cmd/webhook/main.go). */
export const registerTriggersWebhook = (admission: Admission): void => {
  const { eventListeners, triggers, triggerBindings, triggerTemplates } = resources;

  admission.registerDefaulter(triggers, (object) => {
    decodeStrictly(defaulting, triggerSpec, object);
    return completeTrigger(object);
  });
  admission.registerDefaulter(triggerBindings, (object) => {
    decodeStrictly(defaulting, triggerBindingSpec, object);
    return object;
  });
  admission.registerDefaulter(triggerTemplates, (object) => {
    decodeStrictly(defaulting, triggerTemplateSpec, object);
    return object;
  });
  admission.registerDefaulter(eventListeners, (object) => {
    decodeStrictly(defaulting, eventListenerSpec, object);
    return completeEventListener(object);
  });

  admission.registerValidator(triggers, (object) => {
    refuse(validation, triggerErrors(object));
  });
  admission.registerValidator(triggerBindings, (object) => {
    refuse(validation, triggerBindingErrors(object));
  });
  admission.registerValidator(triggerTemplates, (object) => {
    refuse(validation, triggerTemplateErrors(object));
  });
  admission.registerValidator(eventListeners, (object) => {
    refuse(validation, eventListenerErrors(object));
  });
};
