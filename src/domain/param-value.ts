import type { ParamValue } from '../k8s/pipeline';
import type { DraftParam } from './draft';
import type { Push } from './push';
import { fillFields, pushFieldValue, pushFields, templateParam, toTemplate } from './push-fields';
import type { PushField } from './push-fields';

const asType = (param: DraftParam, text: string): ParamValue =>
  param.type === 'array' ? text.split('\n').filter((line) => line !== '') : text;

/** The value of a parameter in the template: text, or a placeholder that the listener fills. */
export const templateValue = (param: DraftParam): ParamValue | undefined => {
  switch (param.source.from) {
    case 'default':
      return undefined;
    case 'kept':
      return param.kept;
    case 'literal':
      return asType(param, toTemplate(param.source.value));
    case 'push':
      return asType(param, templateParam(pushFields[param.source.field].param));
  }
};

/** The value that a run of this push would get; undefined where the Pipeline's default holds. */
export const previewValue = (
  param: DraftParam,
  { push, tag }: { push: Push; tag: string },
): ParamValue | undefined => {
  const { source } = param;
  const valueOf = (field: PushField): string => pushFieldValue(field, push, tag);
  if (source.from === 'push') return asType(param, valueOf(source.field));
  return source.from === 'literal'
    ? asType(param, fillFields(source.value, valueOf))
    : templateValue(param);
};
