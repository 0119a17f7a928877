import type { ApiAddress } from '../api/client';
import type { Certificates } from '../certificates/certificates';
import type { Bridge } from '../network/bridge';
import type { LocalImages } from '../pods/image';
import type { Tokens } from './people';

/** What the components need to know of each other before any of them runs. */
export interface Environment {
  /** For data, configuration and logs. */
  readonly folder: string;
  readonly bridge: Bridge;
  readonly certificates: Certificates;
  readonly tokens: Tokens;
  /** Of kube-apiserver. */
  readonly api: ApiAddress & { readonly port: number };
  /** Without a path. */
  readonly etcdUrl: string;
  /** Of a user who may do everything. */
  readonly kubeconfig: string;
  /** That its pods can run beside those of the components. */
  readonly images: LocalImages;
}
