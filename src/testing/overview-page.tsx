import OverviewPage from '../pages/overview/OverviewPage';
import type { RenderedPage } from './render-page';
import { renderPage } from './render-page';
import type { PersonName, Shop } from './shop';

/** Opens the overview of a project, or of all. */
export const openOverview = (
  cluster?: Shop,
  { namespace, as }: { namespace?: string; as?: PersonName } = {},
): Promise<RenderedPage> => {
  const at =
    namespace === undefined
      ? '/k8s/all-namespaces/image-triggers-overview'
      : `/k8s/ns/${namespace}/image-triggers-overview`;
  const route = namespace === undefined ? at : '/k8s/ns/:ns/image-triggers-overview';
  return renderPage({ page: <OverviewPage />, route, at, cluster, as });
};
