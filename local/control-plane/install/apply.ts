import { setTimeout } from 'node:timers/promises';
import type { ApiObject, KubeClient } from '../api/client';

interface ApiResource {
  readonly kind: string;
  readonly name: string;
  readonly namespaced: boolean;
}

const pauseMs = 500;
const atOnce = 12;

/** What others need to be there first. */
const ranks = [
  ['Namespace', 'CustomResourceDefinition'],
  ['ServiceAccount', 'ClusterRole', 'Role', 'ConfigMap', 'Secret'],
  ['ClusterRoleBinding', 'RoleBinding', 'Service'],
  ['ClusterInterceptor'],
  ['Deployment', 'StatefulSet'],
  ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
];

const rankOf = ({ kind = '' }: ApiObject): number => {
  const rank = ranks.findIndex((kinds) => kinds.includes(kind));
  return rank < 0 ? ranks.length : rank;
};

/** Applies objects, each when those that it needs are there. */
export class Installer {
  private readonly resources = new Map<string, Promise<readonly ApiResource[]>>();

  constructor(private readonly client: KubeClient) {}

  /**
   * Applies objects and tries again what is refused for now: a kind that is not served yet, a
   * webhook that does not run yet.
   * @throws Error with the last refusal past the deadline
   */
  async apply(objects: readonly ApiObject[], patienceMs: number): Promise<void> {
    const deadline = Date.now() + patienceMs;
    for (let rank = 0; rank <= ranks.length; rank += 1) {
      const waiting = objects.filter((object) => rankOf(object) === rank);
      const work = async (): Promise<void> => {
        for (let next = waiting.shift(); next; next = waiting.shift())
          await this.applyOne(next, deadline);
      };
      await Promise.all(Array.from({ length: atOnce }, work));
    }
  }

  private async applyOne(object: ApiObject, deadline: number): Promise<void> {
    for (;;) {
      try {
        await this.client.apply(await this.pathOf(object), object);
        return;
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await setTimeout(pauseMs);
      }
    }
  }

  private async pathOf({ apiVersion = '', kind = '', metadata }: ApiObject): Promise<string> {
    const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const found = (await this.resourcesOf(root)).find(
      (resource) => resource.kind === kind && !resource.name.includes('/'),
    );
    if (found === undefined) {
      this.resources.delete(root);
      throw new Error(`The API server does not know the kind ${kind} of ${apiVersion}.`);
    }
    const { name, namespace = 'default' } = metadata;
    const scope = found.namespaced ? `${root}/namespaces/${namespace}` : root;
    return `${scope}/${found.name}/${name}`;
  }

  private resourcesOf(root: string): Promise<readonly ApiResource[]> {
    const known = this.resources.get(root);
    if (known !== undefined) return known;
    const asked = this.client
      .get<{ resources: readonly ApiResource[] }>(root)
      .then(({ resources }) => resources);
    this.resources.set(root, asked);
    asked.catch(() => this.resources.delete(root));
    return asked;
  }
}
