import type { ParamSpec } from '../k8s/pipeline';
import { clusterImages } from './push';
import { proposeKeys, proposeParam } from './param-proposal';
import type { ParamProposal } from './param-proposal';

/** The proposal for a parameter among others, as `field reason`. */
const proposalOf = (param: ParamSpec, all: ParamSpec[] = [param, { name: 'other' }]): string => {
  const { source, reason }: ParamProposal = proposeParam(param, all);
  return `${source.from === 'push' ? source.field : source.from} ${reason}`;
};

describe('proposeParam for all Images', () => {
  it.each([
    ['image-url', 'reference'],
    ['digest', 'digest'],
    ['tag', 'literal'],
    ['image-stream', 'literal'],
  ])('takes %s for %s: an Image has neither tag nor ImageStream', (name, from) => {
    const { source } = proposeParam({ name }, [{ name }, { name: 'other' }], clusterImages);
    expect(source.from === 'push' ? source.field : source.from).toBe(from);
  });

  it('leaves the key of a tag empty', () => {
    const spec: ParamSpec = { name: 'image', type: 'object', properties: { url: {}, tag: {} } };
    expect(proposeKeys(spec, clusterImages)).toEqual([
      { name: 'url', source: { from: 'push', field: 'reference' } },
      { name: 'tag', source: { from: 'literal', value: '' } },
    ]);
  });
});

describe('proposeParam', () => {
  it.each([
    // Names of tasks and pipelines of tektoncd/catalog, Konflux and OpenShift Pipelines.
    ['IMAGE', 'reference'],
    ['image', 'reference'],
    ['IMAGE_URL', 'reference'],
    ['image-url', 'reference'],
    ['imageUrl', 'reference'],
    ['imageURL', 'reference'],
    ['image_ref', 'reference'],
    ['IMAGE_REFERENCE', 'reference'],
    ['container-image', 'reference'],
    ['CONTAINER_IMAGE', 'reference'],
    ['source-image', 'reference'],
    ['srcImageURL', 'reference'],
    ['base-image', 'reference'],
    ['BASE_IMAGE', 'reference'],
    ['pullspec', 'reference'],
    ['image_digest', 'digest'],
    ['image-digest', 'digest'],
    ['imageDigest', 'digest'],
    ['IMAGE_DIGEST', 'digest'],
    ['DIGEST', 'digest'],
    ['image-sha', 'digest'],
    ['sha256', 'digest'],
    ['TAG', 'tag'],
    ['tag', 'tag'],
    ['image-tag', 'tag'],
    ['imageTag', 'tag'],
    ['IMAGE_TAG', 'tag'],
    ['image-stream', 'stream'],
    ['imagestream', 'stream'],
    ['IMAGE_STREAM_NAME', 'stream'],
    ['image-stream-namespace', 'streamNamespace'],
    ['imagestream-namespace', 'streamNamespace'],
    ['pushed-at', 'pushedAt'],
  ])('takes %s for the %s', (name, field) => {
    expect(proposalOf({ name })).toBe(`${field} name`);
  });

  it.each([
    'url',
    'repo_url',
    'git-url',
    'repository-url',
    'repositoryUrl',
    'revision',
    'git-revision',
    'sha',
    'SHA',
    'commit-sha',
    'git-tag',
    'DOCKERFILE',
    'CONTEXT',
    'pathInContext',
    'APP_NAME',
    'output-image',
    'OUTPUT_IMAGE',
    'destImageURL',
    'target-image',
    'BUILDER_IMAGE',
    'images',
    'imagePullPolicy',
    'image-expires-after',
    'namespace',
    'storage-driver',
    '',
  ])('proposes nothing by the name %j', (name) => {
    expect(proposalOf({ name })).toBe('literal none');
  });

  it.each([
    ['Reference of the image to print', 'reference'],
    ['The URL of the container image', 'reference'],
    ['Pull spec of the OCI image that is checked', 'reference'],
    ['Image URL', 'reference'],
    ['The image to scan', 'reference'],
    ['Digest of the image', 'digest'],
    ["The image's digest", 'digest'],
    ['Tag of the built image', 'tag'],
    ['Image tag', 'tag'],
  ])('takes a parameter with the description %j for the %s', (description, field) => {
    expect(proposalOf({ name: 'X', description })).toBe(`${field} description`);
  });

  it.each([
    'Repository URL to clone from.',
    'The URL of the Git repository that holds the Dockerfile of the image',
    'Name of the image stream',
    'The image to build',
    'The image to push to',
    'Where images are kept',
    'Path to the Dockerfile to build.',
    'Git revision',
  ])('proposes nothing by the description %j', (description) => {
    expect(proposalOf({ name: 'X', description })).toBe('literal none');
  });

  it.each<[string, ParamSpec, string]>([
    ['the name before a default', { name: 'IMAGE', default: 'busybox' }, 'reference name'],
    [
      'a default before the description',
      { name: 'X', default: '', description: 'Image tag expiration time' },
      'default default',
    ],
    ['a default before nothing', { name: 'TLSVERIFY', default: 'true' }, 'default default'],
    ['an array by its name', { name: 'image', type: 'array' }, 'reference name'],
    ['the default of an object', { name: 'image', type: 'object', default: {} }, 'default default'],
    ['nothing for an object', { name: 'image', type: 'object' }, 'object none'],
    ['a choice', { name: 'tag', enum: ['dev', 'prod'] }, 'literal choice'],
    ['the default of a choice', { name: 'tag', enum: ['a'], default: 'a' }, 'default default'],
  ])('proposes %s', (_, param, proposal) => {
    expect(proposalOf(param)).toBe(proposal);
  });

  it.each<[ParamSpec, string]>([
    [{ name: 'what' }, 'reference only-param'],
    [{ name: 'what', type: 'string' }, 'reference only-param'],
    [{ name: 'what', type: 'array' }, 'literal none'],
    [{ name: 'what', default: 'x' }, 'default default'],
    [{ name: 'tag' }, 'tag name'],
    [{ name: 'what', type: 'object', properties: { a: {} } }, 'object none'],
  ])('proposes for the only parameter %j: %s', (param, proposal) => {
    expect(proposalOf(param, [param])).toBe(proposal);
  });
});

describe('the keys of an object', () => {
  const specOf = (name: string, keys: string[], defaults?: Record<string, string>): ParamSpec => ({
    name,
    type: 'object',
    properties: Object.fromEntries(keys.map((key) => [key, { type: 'string' }])),
    default: defaults,
  });
  const field = (name: string): string => `$(${name})`;

  it.each<[string, string, string[], Record<string, string> | undefined, string[]]>([
    [
      'both names',
      'image',
      ['url', 'digest', 'tag'],
      undefined,
      [field('reference'), field('digest'), field('tag')],
    ],
    [
      'their own names',
      'push',
      ['image', 'imageStream', 'note'],
      undefined,
      [field('reference'), field('stream'), ''],
    ],
    [
      'the default, where no name fits',
      'push',
      ['image', 'note'],
      { note: 'x', image: 'y' },
      [field('reference'), 'x'],
    ],
    [
      'the default, also of what is not declared',
      'push',
      ['image'],
      { more: 'x' },
      [field('reference'), 'x'],
    ],
    ['nothing of Git', 'git', ['url', 'tag'], undefined, ['', '']],
    ['nothing of an image to be written', 'output', ['image'], undefined, ['']],
  ])('have %s', (...[, name, keys, defaults, values]) => {
    const found = proposeKeys(specOf(name, keys, defaults)).map(({ source }) =>
      source.from === 'push' ? field(source.field) : source.value,
    );
    expect(found).toEqual(values);
  });

  it('are filled where a name fits, and else the default holds', () => {
    expect(proposalOf(specOf('image', ['url'], { url: 'x' }))).toBe('object name');
    expect(proposalOf(specOf('server', ['host'], { host: 'x' }))).toBe('default default');
  });
});
