import { pipelineKey, pipelineRefOf } from '../../domain/validation';
import type { CurrentImage } from '../../domain/validation';

/** What the list is filtered by; empty texts filter nothing. */
export interface ValidationFilter {
  /** Part of a stream's name, a tag or a digest. */
  readonly search: string;
  readonly verdict: string;
  /** The key of a Pipeline. */
  readonly pipeline: string;
}

const goesThrough = ({ validations }: CurrentImage, pipeline: string): boolean =>
  validations.some((one) => {
    const ref = pipelineRefOf(one);
    return ref && pipelineKey(ref) === pipeline;
  });

export const filterImages = (
  images: readonly CurrentImage[],
  { search, verdict, pipeline }: ValidationFilter,
): CurrentImage[] => {
  const text = search.trim().toLowerCase();
  return images.filter(
    (image) =>
      [image.key, image.digest].some((one) => one.toLowerCase().includes(text)) &&
      (verdict === '' || image.verdict === verdict) &&
      (pipeline === '' || goesThrough(image, pipeline)),
  );
};
