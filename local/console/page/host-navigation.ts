import { useK8sModels } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks/useK8sModels';
import { useMemo } from 'react';
import type { NavGroup, NavLink } from './navigation';

/** The plain pages of the host: kinds that the plugin's links lead to. */
const kinds = [
  { section: 'builds', reference: 'image.openshift.io~v1~ImageStream' },
  { section: 'pipelines', reference: 'tekton.dev~v1~Pipeline' },
  { section: 'pipelines', reference: 'tekton.dev~v1~PipelineRun' },
  { section: 'pipelines', reference: 'triggers.tekton.dev~v1beta1~EventListener' },
  { section: 'pipelines', reference: 'triggers.tekton.dev~v1beta1~Trigger' },
  { section: 'pipelines', reference: 'triggers.tekton.dev~v1beta1~TriggerTemplate' },
  { section: 'serverless', reference: 'sources.knative.dev~v1~ApiServerSource' },
] as const;

const groups: NavGroup[] = [
  { id: 'builds', name: 'Builds' },
  { id: 'pipelines', name: 'Pipelines' },
  { id: 'serverless', name: 'Serverless' },
];

/** Sections and links of the host itself: one for each of its kinds that the cluster serves. */
export const useHostNavigation = (): { groups: NavGroup[]; links: NavLink[] } => {
  const [models] = useK8sModels();
  return useMemo(() => {
    const links = kinds.flatMap(({ section, reference }): NavLink[] => {
      const model = models[reference];
      return model === undefined
        ? []
        : [
            {
              id: reference,
              section,
              name: model.labelPlural,
              href: reference,
              prefixNamespaced: true,
            },
          ];
    });
    return { groups, links };
  }, [models]);
};
