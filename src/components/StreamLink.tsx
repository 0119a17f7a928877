import { isClusterImages } from '../domain/push';
import type { StreamRef } from '../domain/push';
import { anyImageText } from '../i18n/stream-text';
import { useT } from '../i18n/use-t';
import { imageStreamKind } from '../k8s/image-stream';
import { KindLink } from './KindLink';

/** Leads to an ImageStream; all Images of the cluster have no page. */
export const StreamLink = ({ stream }: { readonly stream: StreamRef }) => {
  const t = useT();
  return isClusterImages(stream) ? (
    anyImageText(t)
  ) : (
    <KindLink kind={imageStreamKind} {...stream} />
  );
};
