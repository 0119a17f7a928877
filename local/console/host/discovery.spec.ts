import { abbreviationOf, modelsOf } from './discovery';

const imageStreams = {
  resource: 'imagestreams',
  responseKind: { group: '', version: '', kind: 'ImageStream' },
  scope: 'Namespaced',
  singularResource: 'imagestream',
  verbs: ['get', 'list', 'watch', 'unknown-verb'],
  subresources: [{ subresource: 'layers' }],
};

const documentOf = (group: string, resources: unknown[]) => ({
  kind: 'APIGroupDiscoveryList',
  items: [{ metadata: { name: group }, versions: [{ version: 'v1', resources }] }],
});

describe('modelsOf', () => {
  it('takes group and version from the enclosing item, for aggregated groups name neither', () => {
    expect(modelsOf(documentOf('image.openshift.io', [imageStreams]))).toEqual([
      {
        apiGroup: 'image.openshift.io',
        apiVersion: 'v1',
        kind: 'ImageStream',
        plural: 'imagestreams',
        namespaced: true,
        verbs: ['get', 'list', 'watch'],
        label: 'ImageStream',
        labelPlural: 'ImageStreams',
        abbr: 'IS',
        id: 'imagestream',
        crd: true,
      },
    ]);
  });

  it('leaves the group of core kinds out', () => {
    const policies = { resource: 'policies', responseKind: { kind: 'Policy' }, scope: 'Cluster' };
    const [model] = modelsOf(documentOf('', [policies]));
    expect(model).toMatchObject({ labelPlural: 'Policies', namespaced: false });
    expect(model).not.toHaveProperty('apiGroup');
  });

  it('says what is wrong with a server that answers in the old way', () => {
    expect(() => modelsOf({ kind: 'APIGroupList', groups: [] })).toThrow(/aggregated discovery/);
  });
});

describe('abbreviationOf', () => {
  it.each([
    ['ApiServerSource', 'AS'],
    ['TaskRun', 'TR'],
    ['ImageStream', 'IS'],
    ['Namespace', 'NS'],
    ['widget', 'WIDG'],
  ])('%s: %s', (kind, abbreviation) => {
    expect(abbreviationOf(kind)).toBe(abbreviation);
  });
});
