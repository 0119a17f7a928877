import type { ApiServerSource } from '../../k8s/api-server-source';
import { aChainSource } from '../../testing/chain-builders';
import { pushScopesOf } from './push-scope';
import type { PushScope } from './push-scope';

const image = (kind: string, apiVersion = 'image.openshift.io/v1') => ({ apiVersion, kind });

const streams = (projects: 'all' | string[], labelled = false): PushScope => ({
  of: 'streams',
  projects,
  labelled,
});

const withSelector = (
  namespaceSelector: NonNullable<ApiServerSource['spec']>['namespaceSelector'],
  namespaces: string[] = [],
): ApiServerSource => ({
  ...aChainSource({ resources: [image('ImageStream')], namespaceSelector }),
  status: { namespaces },
});

describe('the pushes of which a source tells', () => {
  it.each<[string, ApiServerSource, PushScope[]]>([
    ['of Images: all', aChainSource(), [{ of: 'images', labelled: false }]],
    [
      'of ImageStreams: those of its project',
      aChainSource({ resources: [image('ImageStream')] }),
      [streams(['watch'])],
    ],
    [
      'of ImageStreamTags: those of its project',
      aChainSource({ resources: [image('ImageStreamTag')] }),
      [streams(['watch'])],
    ],
    [
      'of Images and ImageStreams: both',
      aChainSource({ resources: [image('Image'), image('ImageStream')] }),
      [{ of: 'images', labelled: false }, streams(['watch'])],
    ],
    [
      'of another version of the API: the same',
      aChainSource({ resources: [image('ImageStream', 'image.openshift.io/v2')] }),
      [streams(['watch'])],
    ],
    [
      'with labels: only those',
      aChainSource({
        resources: [{ ...image('ImageStream'), selector: { matchLabels: { a: 'b' } } }],
      }),
      [streams(['watch'], true)],
    ],
    ['with an empty selector: all projects', withSelector({}, ['a', 'b']), [streams('all')]],
    [
      'of a project by name: that',
      withSelector({ matchLabels: { 'kubernetes.io/metadata.name': 'shop' } }),
      [streams(['shop'])],
    ],
    [
      'of projects by a label: those that it says it watches',
      withSelector({ matchLabels: { team: 'red' } }, ['b', 'a']),
      [streams(['a', 'b'])],
    ],
    [
      'of projects by an expression: those that it says it watches',
      withSelector({ matchExpressions: [{ key: 'team', operator: 'Exists' }] }, ['a']),
      [streams(['a'])],
    ],
    ['of another group: none', aChainSource({ resources: [image('Image', 'example.com/v1')] }), []],
    ['of other kinds: none', aChainSource({ resources: [image('Pod', 'v1')] }), []],
    ['of nothing: none', { metadata: { name: 'odd', namespace: 'watch' } }, []],
  ])('%s', (_, source, scopes) => {
    expect(pushScopesOf(source)).toEqual(scopes);
  });
});
