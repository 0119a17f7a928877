import type { ParamValue } from '../k8s/pipeline';
import type { DraftParam } from './draft';
import type { Push } from './push';
import { pushFieldValue, pushFields, templateParam } from './push-fields';

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
      return asType(param, param.source.value);
    case 'push':
      return asType(param, templateParam(pushFields[param.source.field].param));
  }
};

/** The value that a run of this push would get; undefined where the Pipeline's default holds. */
export const previewValue = (
  param: DraftParam,
  { push, tag }: { push: Push; tag: string },
): ParamValue | undefined =>
  param.source.from === 'push'
    ? asType(param, pushFieldValue(param.source.field, push, tag))
    : templateValue(param);
