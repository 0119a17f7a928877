import type { ChainContext } from '../context';
import type { WorkInProgress } from '../work-in-progress';
import { serviceAccountUser } from '../../rbac/user';
import { environmentOf, serviceAccountOf } from '../workload/deployment';
import type { Program } from '../workload/pod-runner';
import { Adapter } from './adapter';
import { parseAdapterConfig } from './config';
import type { Transport } from './sender';

/** The program of the pods of an ApiServerSource's Deployment (cmd/apiserver_receive_adapter). */
export const adapterProgram =
  (context: ChainContext, work: WorkInProgress, transport: Transport): Program =>
  (deployment) => {
    const environment = environmentOf(context.store, deployment);
    const { namespace = '', name } = deployment.metadata;
    return new Adapter(context, {
      pod: `${namespace}/${name}`,
      account: serviceAccountUser(namespace, serviceAccountOf(deployment)),
      config: parseAdapterConfig(environment.get('K_SOURCE_CONFIG') ?? '{}'),
      sinkUri: environment.get('K_SINK') ?? '',
      transport,
      work,
    });
  };
