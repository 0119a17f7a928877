import type { ParamValue } from '../k8s/pipeline';
import type { DraftParam, TextSource } from './draft';
import type { Push } from './push';
import { fillFields, pushFieldValue, pushFields, templateParam, toTemplate } from './push-fields';
import type { PushField } from './push-fields';

const asType = (param: DraftParam, text: string): ParamValue =>
  param.type === 'array' ? text.split('\n').filter((line) => line !== '') : text;

/** The value of a row whose texts come to what `textOf` says. */
const valueOf = (
  param: DraftParam,
  textOf: (source: TextSource) => string,
): ParamValue | undefined => {
  const { source } = param;
  switch (source.from) {
    case 'default':
      return undefined;
    case 'kept':
      return param.kept;
    case 'object':
      return Object.fromEntries(source.keys.map((key) => [key.name, textOf(key.source)]));
    case 'literal':
    case 'push':
      return asType(param, textOf(source));
  }
};

/** What a source is in the template: text, or a placeholder that the listener fills. */
const templateText = (source: TextSource): string =>
  source.from === 'push' ? templateParam(pushFields[source.field].param) : toTemplate(source.value);

/** The value of a parameter in the template; undefined where the Pipeline's default holds. */
export const templateValue = (param: DraftParam): ParamValue | undefined =>
  valueOf(param, templateText);

/** The value that a run of this push would get; undefined where the Pipeline's default holds. */
export const previewValue = (
  param: DraftParam,
  { push, tag }: { push: Push; tag: string },
): ParamValue | undefined => {
  const fieldValue = (field: PushField): string => pushFieldValue(field, push, tag);
  return valueOf(param, (source) =>
    source.from === 'push' ? fieldValue(source.field) : fillFields(source.value, fieldValue),
  );
};
