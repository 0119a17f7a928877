import { resources } from '../../resources';
import {
  celInterceptor,
  clusterRole,
  listener,
  listenerRights,
  namespaces,
} from '../testing/relay-manifests';
import { TestCluster } from '../testing/test-cluster';

const url = 'http://el-image-triggers.proof.svc.cluster.local:8080';
const version = 'triggers.tekton.dev/v1beta1';

const cel = (filter: string, overlays: object[] = []) => ({
  ref: { name: 'cel' },
  params: [
    { name: 'filter', value: filter },
    { name: 'overlays', value: overlays },
  ],
});

const trigger = (name: string, spec: object, labels: Record<string, string> = {}) => ({
  apiVersion: version,
  kind: 'Trigger',
  metadata: { name, namespace: 'proof', labels },
  spec: { template: { ref: 'maps' }, bindings: [{ name: 'word', value: '$(body.word)' }], ...spec },
});

const configMap = (name: string) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
  data: { word: '$(tt.params.word)' },
});

const template = (...names: string[]) => ({
  apiVersion: version,
  kind: 'TriggerTemplate',
  metadata: { name: 'maps', namespace: 'proof' },
  spec: { params: [{ name: 'word' }], resourcetemplates: names.map(configMap) },
});

const rbac = 'rbac.authorization.k8s.io';

/** Allows an account of the namespace to do something. */
const allow = (account: string, [verb, plural]: [verb: string, plural: string]) => {
  const metadata = { name: `${verb}-${plural}`, namespace: 'proof' };
  const rules = [{ apiGroups: [''], resources: [plural], verbs: [verb] }];
  const subjects = [{ kind: 'ServiceAccount', name: account, namespace: 'proof' }];
  const roleRef = { apiGroup: rbac, kind: 'Role', name: metadata.name };
  const apiVersion = `${rbac}/v1`;
  return [
    { apiVersion, kind: 'Role', metadata, rules },
    { apiVersion, kind: 'RoleBinding', metadata, subjects, roleRef },
  ];
};

const mayMakeMaps = (account: string) => allow(account, ['create', 'configmaps']);

describe('a listener', () => {
  let cluster: TestCluster;

  const listen = async (spec: object) => {
    const own = { ...(listener.spec as object), ...spec };
    await cluster.apply({ ...listener, ...{ spec: own } });
    const key = { name: 'image-triggers', namespace: 'proof' };
    await cluster.untilCondition(resources.eventListeners, key, ['Ready', 'True']);
  };

  beforeEach(async () => {
    cluster = await TestCluster.start();
    await cluster.apply(...namespaces, celInterceptor, ...clusterRole, ...listenerRights);
  });

  afterEach(async () => {
    await cluster.close();
  });

  const send = (body: string) => cluster.chain.deliver({ url, headers: {}, body });

  const made = async () => {
    await cluster.chain.settled();
    return cluster.store
      .list(resources.configMaps)
      .map(({ metadata, data }) => [metadata.name, data?.word]);
  };

  it('answers 202 before it runs its triggers, whatever they come to', async () => {
    await cluster.apply(...mayMakeMaps('image-triggers-listener'), template('a'));
    await listen({ triggers: [trigger('inline', {}).spec] });
    const answer = send('{"word": "hello"}');
    expect(cluster.store.list(resources.configMaps)).toEqual([]);
    expect(answer).toMatchObject({
      code: 202,
      body: { eventListener: 'image-triggers', namespace: 'proof' },
    });
    expect(await made()).toEqual([['a', 'hello']]);
    expect(send('{}')?.code).toBe(202);
    expect(await made()).toHaveLength(1);
    expect(cluster.logs.at(-1)?.message).toContain('word is not found');
  });

  it.each(['', '{', '[]', '"text"'])('answers 400 to the body %j', async (body) => {
    await listen({});
    expect(send(body)?.code).toBe(400);
  });

  it('runs each trigger on its own: a failing one does not hold up another', async () => {
    await cluster.apply(...mayMakeMaps('image-triggers-listener'), template('a'));
    await cluster.apply(
      trigger('broken', { interceptors: [cel('((')] }),
      trigger('lost', { interceptors: [{ ref: { name: 'none' } }] }),
      trigger('strict', { interceptors: [cel("body.word == 'no'")] }),
      trigger('works', {}),
    );
    await listen({ labelSelector: {} });
    send('{"word": "hello"}');
    expect(await made()).toEqual([['a', 'hello']]);
    expect(cluster.logs.map(({ message }) => message)).toEqual([
      'trigger lost: url resolution failed for interceptor none with: clusterinterceptors.triggers.tekton.dev "none" not found',
    ]);
  });

  it('stops a template at its first failed create', async () => {
    await cluster.apply(...mayMakeMaps('image-triggers-listener'), template('a', 'b', 'b', 'c'));
    await cluster.apply(trigger('works', {}));
    await listen({ labelSelector: {} });
    send('{"word": "hello"}');
    expect(await made()).toEqual([
      ['a', 'hello'],
      ['b', 'hello'],
    ]);
  });

  it('hands what the interceptors of a group add to the triggers of the group', async () => {
    await cluster.apply(...mayMakeMaps('image-triggers-listener'), template('a'));
    const bindings = [{ name: 'word', value: '$(extensions.loud)' }];
    await cluster.apply(trigger('grouped', { bindings }, { group: 'one' }));
    const labelSelector = { matchLabels: { group: 'one' } };
    const loud = { key: 'loud', expression: "body.word + '!'" };
    await listen({
      triggerGroups: [
        { name: 'one', interceptors: [cel('true', [loud])], triggerSelector: { labelSelector } },
        { name: 'two', interceptors: [cel('false')], triggerSelector: { labelSelector } },
      ],
    });
    send('{"word": "hello"}');
    expect(await made()).toEqual([['a', 'hello!']]);
  });

  it('creates as the account of a trigger only if it may impersonate it', async () => {
    await cluster.apply(...mayMakeMaps('maker'), template('a'));
    await cluster.apply(trigger('works', { serviceAccountName: 'maker' }));
    await listen({ labelSelector: {} });
    send('{"word": "hello"}');
    expect(await made()).toEqual([]);
    expect(cluster.logs.at(-1)?.message).toContain('cannot impersonate resource "serviceaccounts"');
    await cluster.apply(...allow('image-triggers-listener', ['impersonate', 'serviceaccounts']));
    send('{"word": "hello"}');
    expect(await made()).toEqual([['a', 'hello']]);
  });
});
