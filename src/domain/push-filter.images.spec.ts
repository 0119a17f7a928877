import type { Image } from '../k8s/image';
import { aDigest, anImageStream } from '../testing/builders';
import { intercept } from '../testing/cel-interceptor';
import { clusterImages } from './push';
import { freshSeconds, pushInterceptors } from './push-filter';
import { runNameOf } from './run-name';
import type { Naming } from './run-policy';
import type { TagRule } from './tag-rule';

const activatedAt = '2026-03-01T12:00:00Z';
const created = '2026-03-01T12:00:10Z';
const repository = 'r.example:5000/shop/cart';
const reference = `${repository}@${aDigest()}`;
const added = 'dev.knative.apiserver.resource.add';

const secondsAfter = (seconds: number): string =>
  new Date(Date.parse(created) + seconds * 1000).toISOString();

const anImage = (overrides: Partial<Image> = {}): Image => ({
  apiVersion: 'image.openshift.io/v1',
  kind: 'Image',
  metadata: { name: aDigest(), creationTimestamp: created },
  dockerImageReference: reference,
  ...overrides,
});

interface EventOptions {
  readonly body?: object;
  readonly type?: string;
  readonly time?: string;
}

const anEvent = ({ body = anImage(), type = added, time = secondsAfter(1) }: EventOptions = {}): {
  header: Record<string, string>;
  body: object;
} => ({
  header: { 'Ce-Type': type, 'Ce-Time': time },
  body,
});

const anyRule: TagRule = { kind: 'any' };

const laneOf = (rule: TagRule = anyRule, naming: Naming = { policy: 'each-push' }) =>
  pushInterceptors({
    trigger: 'scan',
    stream: clusterImages,
    rule,
    activatedAt,
    lane: 0,
    naming,
  });

describe('the lane of all Images', () => {
  it('takes a new Image, with its repository in place of a tag', () => {
    expect(intercept(laneOf(), anEvent())).toEqual({
      key: `${created} ${aDigest()}`,
      tag: repository,
      push: { created, image: aDigest(), dockerImageReference: reference },
      'run-name': runNameOf('scan', { digest: aDigest(), created }),
    });
  });

  it('names the run by the image, where each image runs once', () => {
    const lane = laneOf(anyRule, { policy: 'each-image' });
    expect(intercept(lane, anEvent())?.['run-name']).toBe(`scan-${'a'.repeat(16)}`);
  });

  it.each<[string, EventOptions]>([
    ['of a change of an Image', { type: 'dev.knative.apiserver.resource.update' }],
    ['of the deletion of an Image', { type: 'dev.knative.apiserver.resource.delete' }],
    ['of an ImageStream', { body: anImageStream() }],
    ['of an Image without a pull spec', { body: anImage({ dockerImageReference: undefined }) }],
    ['that comes when the window is over', { time: secondsAfter(freshSeconds) }],
    [
      'of an Image from before the activation',
      {
        body: anImage({ metadata: { name: aDigest(), creationTimestamp: '2026-03-01T11:59:59Z' } }),
      },
    ],
    [
      'of an Image that is named by no digest',
      { body: anImage({ metadata: { name: 'base', creationTimestamp: created } }) },
    ],
  ])('takes nothing from an event %s', (_, event) => {
    expect(intercept(laneOf(), anEvent(event))).toBeUndefined();
  });

  it('takes an Image of the moment of the activation', () => {
    const body = anImage({ metadata: { name: aDigest(), creationTimestamp: activatedAt } });
    expect(intercept(laneOf(), anEvent({ body }))).toMatchObject({ tag: repository });
  });

  it.each<[TagRule, boolean]>([
    [{ kind: 'tags', tags: ['r.example:5000/shop/api', repository] }, true],
    [{ kind: 'tags', tags: ['shop/cart'] }, false],
    [{ kind: 'glob', pattern: '*/shop/*' }, true],
    [{ kind: 'glob', pattern: 'shop/*' }, false],
    [{ kind: 'any', ignore: ['*/cart'] }, false],
    [{ kind: 'regex', pattern: '.*/(?:shop|base)/[^/]+' }, true],
    [{ kind: 'regex', pattern: 'shop' }, false],
    [{ kind: 'cel', expression: `t.tag.endsWith('/cart')` }, true],
    [{ kind: 'cel', expression: `body.metadata.name.endsWith('b')` }, false],
  ])('judges the repository by %j: %s', (rule, isTaken) => {
    expect(intercept(laneOf(rule), anEvent()) !== undefined).toBe(isTaken);
  });

  it.each([
    ['with a port and no digest', 'r.example:5000/shop/cart', 'r.example:5000/shop/cart'],
    ['with a tag and a digest', `r.example/a:v1@${aDigest()}`, 'r.example/a:v1'],
  ])('takes what is before the digest of a pull spec %s', (_, dockerImageReference, tag) => {
    expect(intercept(laneOf(), anEvent({ body: anImage({ dockerImageReference }) }))?.tag).toBe(
      tag,
    );
  });
});

describe('the lane of an ImageStream', () => {
  it('takes nothing from the event of an Image', () => {
    const lane = pushInterceptors({
      trigger: 'scan',
      stream: { namespace: 'images', name: 'web' },
      rule: anyRule,
      activatedAt,
      lane: 0,
      naming: { policy: 'each-push' },
    });
    expect(intercept(lane, anEvent())).toBeUndefined();
  });
});
