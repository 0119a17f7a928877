import type { Condition, K8sObject, ResourceKind } from './resource';

export const imageStreamKind: ResourceKind = {
  apiGroup: 'image.openshift.io',
  apiVersion: 'v1',
  kind: 'ImageStream',
  plural: 'imagestreams',
  namespaced: true,
  abbr: 'IS',
  label: 'ImageStream',
  labelPlural: 'ImageStreams',
};

/** One entry of a tag's history (openshift/api image/v1 TagEvent). */
export interface TagEvent {
  /** RFC 3339, resolution one second, by openshift-apiserver's clock. */
  created: string;
  /** The pull spec, with its digest. */
  dockerImageReference: string;
  /** `sha256:...`; empty for tags with `reference: true`. */
  image: string;
  generation: number;
}

/** The history of a tag (openshift/api image/v1 NamedTagEventList). */
export interface NamedTagEventList {
  tag: string;
  /** Newest first. The API sends null for a tag whose import never succeeded. */
  items?: TagEvent[] | null;
  /** `ImportSuccess=False` where the last import failed. */
  conditions?: Condition[];
}

/** What a user asked a tag to be (openshift/api image/v1 TagReference). */
export interface TagReference {
  name: string;
  from?: { kind: string; name: string; namespace?: string } | null;
  reference?: boolean;
  importPolicy?: { scheduled?: boolean; insecure?: boolean };
}

export interface ImageStream extends K8sObject {
  spec?: { tags?: TagReference[] | null };
  status?: {
    dockerImageRepository?: string;
    publicDockerImageRepository?: string;
    tags?: NamedTagEventList[] | null;
  };
}
