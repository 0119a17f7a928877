import { ApiError } from '../../api-error';
import type { WebhookFieldError } from './field-errors';
import { messageOfErrors } from './field-errors';

/** A refusal as the API server hands it on (apiserver pkg/admission/plugin/webhook/errors). */
export const deniedBy = (webhook: string, message: string): ApiError =>
  new ApiError({
    code: 400,
    reason: 'BadRequest',
    message: `admission webhook "${webhook}" denied the request: ${message}`,
  });

/**
 * @param webhook the name of a validating webhook of knative.dev/pkg
 * @throws ApiError where there are errors
 */
export const refuse = (webhook: string, errors: readonly WebhookFieldError[]): void => {
  if (errors.length > 0) {
    throw deniedBy(webhook, `validation failed: ${messageOfErrors(errors)}`);
  }
};
