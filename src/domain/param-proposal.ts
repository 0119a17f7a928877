import type { ParamSpec } from '../k8s/pipeline';
import type { ObjectKey, ParamSource } from './draft';
import { fieldsOf } from './fields';
import type { StreamRef } from './push';
import { hasField } from './push-fields';
import type { PushField } from './push-fields';

/** Why a value is proposed for a parameter. */
export type ProposalReason = 'name' | 'description' | 'only-param' | 'default' | 'choice' | 'none';

export interface ParamProposal {
  readonly source: ParamSource;
  readonly reason: ProposalReason;
}

/** The words of a name, lower case: `IMAGE_URL`, `imageUrl` and `image-url` are all the same. */
const wordsOf = (text: string): string =>
  text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join('-');

/**
 * Names by which public Tekton catalogs call the fields of a push, most specific first. Not among
 * them: `sha` (of a commit), `repository-url` (of Git), and what names an image to be written.
 */
const names: readonly (readonly [PushField, RegExp])[] = [
  ['digest', /^(?:(?:image|container|artifact|img)-)?(?:digest|sha256)$|^(?:image|img)-sha$/],
  ['tag', /^(?:(?:image|container|img|source|src)-)?tag$/],
  ['streamNamespace', /^(?:image-?stream|is|image)-(?:namespace|project)$/],
  ['stream', /^(?:image-?stream|is)(?:-name)?$|^image-name$/],
  ['pushedAt', /^(?:image-)?(?:pushed-at|push-time|created|created-at)$/],
  [
    'reference',
    /^(?:(?:source|src|input|container|base|built)-)?(?:image|img|image-(?:url|ref|reference|uri|pullspec|spec)|pullspec|pull-spec)$/,
  ],
];

/** What descriptions say, for parameters whose name says nothing. */
const descriptions: readonly (readonly [PushField, RegExp])[] = [
  ['digest', /\bdigest of the (?:\w+ )*image\b|\bimage(?:'s)? digest\b/i],
  ['tag', /\btag of the (?:\w+ )*image\b|\bimage(?:'s)? tag\b/i],
  [
    'reference',
    /\b(?:reference|pull ?spec|url|uri|name) (?:of|to|for) (?:\w+ ){0,3}image\b(?!'| ?stream)|\bimage (?:reference|url|pull ?spec)\b|\bimage to (?!be |build|push|produce|create)\w/i,
  ],
];

const firstField = (
  table: readonly (readonly [PushField, RegExp])[],
  text: string,
  stream: StreamRef | undefined,
): PushField | undefined =>
  table.find(([field, pattern]) => hasField(stream, field) && pattern.test(text))?.[0];

/** What is no image that was pushed: code, whose `tag` is that of Git, or an image to be written. */
const ofElse = /^(?:git|scm|repo|repository|output|dest|destination|target|builder)\b/;

/** The field that a key of an object means, by both names, `image.url`, or by its own. */
const fieldOfKey = (
  param: string,
  key: string,
  stream: StreamRef | undefined,
): PushField | undefined => {
  const [of, own] = [wordsOf(param), wordsOf(key)];
  const byBoth = firstField(names, `${of}-${own}`, stream);
  return byBoth ?? (ofElse.test(of) ? undefined : firstField(names, own, stream));
};

/**
 * Every key that is declared, or that the default has, with a text of its own: what nothing fits has
 * what the default says, or nothing.
 */
export const proposeKeys = (spec: ParamSpec, stream?: StreamRef): ObjectKey[] => {
  const defaults = fieldsOf(spec.default);
  return Object.keys({ ...spec.properties, ...defaults }).map((name) => {
    const field = fieldOfKey(spec.name, name, stream);
    const value = Object.hasOwn(defaults, name) ? defaults[name] : '';
    const literal = { from: 'literal' as const, value: typeof value === 'string' ? value : '' };
    return { name, source: field ? { from: 'push', field } : literal };
  });
};

const proposeObject = (spec: ParamSpec, stream: StreamRef | undefined): ParamProposal => {
  const keys = proposeKeys(spec, stream);
  const source: ParamSource = { from: 'object', keys };
  if (keys.some((key) => key.source.from === 'push')) return { source, reason: 'name' };
  return spec.default === undefined
    ? { source, reason: 'none' }
    : { source: { from: 'default' }, reason: 'default' };
};

/** Of a few texts that the Pipeline lists, none is a field of every push. */
const proposeChoice = (spec: ParamSpec): ParamProposal =>
  spec.default === undefined
    ? { source: { from: 'literal', value: '' }, reason: 'choice' }
    : { source: { from: 'default' }, reason: 'default' };

/**
 * The value that most probably is meant for a parameter. A default of the Pipeline beats a guess
 * from the description, but not the name: `IMAGE` with a default still means the pushed image.
 * @param all of the Pipeline
 * @param stream whose pushes it is to be a field of
 */
export const proposeParam = (
  param: ParamSpec,
  all: readonly ParamSpec[],
  stream?: StreamRef,
): ParamProposal => {
  if (param.type === 'object') return proposeObject(param, stream);
  if (param.enum && param.enum.length > 0) return proposeChoice(param);
  const byName = firstField(names, wordsOf(param.name), stream);
  if (byName !== undefined) return { source: { from: 'push', field: byName }, reason: 'name' };
  if (param.default !== undefined) return { source: { from: 'default' }, reason: 'default' };
  const byDescription = firstField(descriptions, param.description ?? '', stream);
  if (byDescription !== undefined)
    return { source: { from: 'push', field: byDescription }, reason: 'description' };
  if (all.length === 1 && (param.type ?? 'string') === 'string')
    return { source: { from: 'push', field: 'reference' }, reason: 'only-param' };
  return { source: { from: 'literal', value: '' }, reason: 'none' };
};
