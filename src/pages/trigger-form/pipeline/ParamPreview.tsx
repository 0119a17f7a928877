import type { DraftParam } from '../../../domain/draft';
import { previewValue } from '../../../domain/param-value';
import type { Push } from '../../../domain/push';
import { useT } from '../../../i18n/use-t';
import type { ParamSpec, ParamValue } from '../../../k8s/pipeline';

/** The push whose values are previewed, and the tag by which it comes. */
export interface PreviewPush {
  readonly push: Push;
  readonly tag: string;
}

const valueText = (value: ParamValue): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** What a value would be with the latest push; of an object, its keys say it, each in its row. */
export const ParamPreview = ({
  param,
  spec,
  preview,
}: {
  readonly param: DraftParam;
  readonly spec?: ParamSpec;
  readonly preview?: PreviewPush;
}) => {
  const t = useT();
  const { from } = param.source;
  if (from === 'object') return <>{t('Made of its keys')}</>;
  if (from === 'default')
    return spec?.default === undefined ? null : <code>{valueText(spec.default)}</code>;
  if (from === 'push' && !preview) return <>{t('Known with the first push')}</>;
  const value = from === 'kept' ? param.kept : preview && previewValue(param, preview);
  return value === undefined ? null : <code>{valueText(value)}</code>;
};
