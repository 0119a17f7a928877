import type { ApiObject } from '../api/client';

interface KeySelector {
  readonly name: string;
  readonly key: string;
  readonly optional?: boolean;
}

/** An environment variable of a container. */
export interface EnvVar {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: {
    readonly fieldRef?: { readonly fieldPath: string };
    readonly configMapKeyRef?: KeySelector;
    readonly secretKeyRef?: KeySelector;
  };
}

/** A readiness probe, as far as Tekton's and Knative's pods have one. */
export interface Probe {
  readonly periodSeconds?: number;
  readonly failureThreshold?: number;
  readonly httpGet?: {
    readonly path?: string;
    readonly port: number | string;
    readonly scheme?: string;
    readonly httpHeaders?: readonly { readonly name: string; readonly value: string }[];
  };
}

/** A container of a pod. */
export interface Container {
  readonly name: string;
  readonly image: string;
  /** In place of the image's. */
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly EnvVar[];
  readonly ports?: readonly { readonly name?: string; readonly containerPort: number }[];
  readonly readinessProbe?: Probe;
  readonly volumeMounts?: readonly {
    readonly name: string;
    readonly mountPath: string;
    /** Of the one file of the volume that is mounted, as a file. */
    readonly subPath?: string;
  }[];
}

interface Items {
  readonly name?: string;
  readonly optional?: boolean;
  readonly items?: readonly { readonly key: string; readonly path: string }[];
}

/** A part of a projected volume. */
export interface Projection {
  readonly serviceAccountToken?: {
    readonly path: string;
    readonly audience?: string;
    readonly expirationSeconds?: number;
  };
  readonly configMap?: Items;
  readonly downwardAPI?: {
    readonly items?: readonly {
      readonly path: string;
      readonly fieldRef?: { readonly fieldPath: string };
    }[];
  };
}

/** A volume of a pod. */
export interface Volume {
  readonly name: string;
  readonly configMap?: Items;
  readonly secret?: { readonly secretName?: string; readonly optional?: boolean };
  readonly projected?: { readonly sources?: readonly Projection[] };
}

/** A Pod, as far as it is run here. */
export interface Pod extends ApiObject {
  readonly spec: {
    readonly nodeName?: string;
    readonly serviceAccountName?: string;
    readonly containers: readonly Container[];
    readonly initContainers?: readonly Container[];
    readonly volumes?: readonly Volume[];
    readonly terminationGracePeriodSeconds?: number;
    readonly restartPolicy?: 'Always' | 'Never' | 'OnFailure';
  };
  readonly status?: { readonly phase?: string; readonly startTime?: string };
}

/** The API's path of a pod. */
export const podPath = ({ metadata }: Pod): string =>
  `/api/v1/namespaces/${metadata.namespace ?? ''}/pods/${metadata.name}`;

/** The time as the Kubernetes API has it. */
export const timestamp = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z');
