import { nameOf } from '../k8s/resource';
import { aDigest, aTagEvent, aTrigger, anImageStream } from '../testing/builders';
import { intercept } from '../testing/cel-interceptor';
import { imagesAsStream } from './cluster-images';
import type { ImageTrigger } from './image-trigger';
import { pushEvent, senderOf, sentEventId } from './push-event';
import { clusterImages } from './push';
import { runOf } from './run';
import { causeAnnotations, triggerLabel } from './marks';

const at = (time: string, image = 'a') =>
  aTagEvent({ created: `2026-03-01T${time}Z`, image: aDigest(image) });

const item = at('12:00:00');
const push = { digest: item.image, created: item.created };
const id = 'sent-by:ada:1';

const paused = (): ImageTrigger => ({ ...aTrigger(), active: 'none' });

const changedByHand = (): ImageTrigger => {
  const trigger = aTrigger();
  const lanes = trigger.objects.lanes.map((lane) => ({ ...lane, spec: undefined }));
  return { ...trigger, binding: undefined, objects: { ...trigger.objects, lanes } };
};

describe('pushEvent', () => {
  it('shows the stream as it was right after the push, at the time of the push', () => {
    const stream = anImageStream({
      tags: {
        // Of one second with the push, and above it.
        latest: [at('12:00:00', 'c'), item, at('11:00:00', 'b')],
        later: [at('13:00:00', 'd')],
        never: null,
      },
    });
    const sent = pushEvent(aTrigger(), { stream, push, id });
    if (sent.outcome !== 'event') throw new Error(sent.problem);
    const { headers, body } = sent.event;
    expect(headers).toMatchObject({
      'Ce-Id': id,
      'Ce-Type': 'dev.knative.apiserver.resource.update',
      'Ce-Time': item.created,
      'Content-Type': 'application/json',
    });
    expect(nameOf(body)).toBe(nameOf(stream));
    expect(body).toMatchObject({
      status: { tags: [{ tag: 'latest', items: [item, at('11:00:00', 'b')] }] },
    });
  });

  describe('for all Images of the cluster', () => {
    const trigger = aTrigger({ stream: clusterImages });
    const stream = imagesAsStream([
      {
        metadata: { name: push.digest, creationTimestamp: push.created },
        dockerImageReference: `r.example/shop/cart@${push.digest}`,
      },
    ]);

    it('is the addition of the Image, which its lane takes', () => {
      const sent = pushEvent(trigger, { stream, push, id });
      if (sent.outcome !== 'event') throw new Error(sent.problem);
      const { headers, body } = sent.event;
      expect(headers).toMatchObject({
        'Ce-Type': 'dev.knative.apiserver.resource.add',
        'Ce-Kind': 'Image',
        'Ce-Name': push.digest,
        'Ce-Time': push.created,
      });
      expect(headers).not.toHaveProperty('Ce-Namespace');
      const lane = trigger.objects.lanes[0]!.spec!.interceptors!;
      expect(intercept(lane, { header: { ...headers }, body })).toMatchObject({
        tag: 'r.example/shop/cart',
        push: { image: push.digest, created: push.created },
      });
    });

    it.each([
      ['an Image that is gone', trigger, imagesAsStream([]), 'push-gone'],
      [
        'an Image of a repository that the rule does not match',
        aTrigger({ stream: clusterImages, rule: { kind: 'glob', pattern: '*/api' } }),
        stream,
        'filtered',
      ],
    ])('is of no use for %s', (...[, bound, held, problem]) => {
      expect(pushEvent(bound, { stream: held, push, id })).toEqual({
        outcome: 'impossible',
        problem,
      });
    });
  });

  it.each([
    ['a trigger that is paused', paused(), { latest: [item] }, 'paused'],
    ['a trigger whose filter was changed', changedByHand(), { latest: [item] }, 'changed-by-hand'],
    ['a push that the stream has lost', aTrigger(), { latest: [at('12:05:00', 'c')] }, 'push-gone'],
    [
      'a push under a tag that the rule does not match',
      aTrigger({ rule: { kind: 'tags', tags: ['prod'] } }),
      { latest: [item] },
      'filtered',
    ],
  ])('is of no use for %s', (...[, trigger, tags, problem]) => {
    expect(pushEvent(trigger, { stream: anImageStream({ tags }), push, id })).toEqual({
      outcome: 'impossible',
      problem,
    });
  });

  it('is of no use for the lowest of more images at once than there are lanes', () => {
    const others = ['b', 'c', 'd', 'e', 'f'].map(
      (image) => [image, [at('12:00:00', image)]] as const,
    );
    const tags = { latest: [item], ...Object.fromEntries(others) };
    const outcomes = [item, at('12:00:00', 'f')].map(
      ({ image: digest, created }) =>
        pushEvent(aTrigger(), {
          stream: anImageStream({ tags }),
          push: { digest, created },
          id,
        }).outcome,
    );
    expect(outcomes).toEqual(['impossible', 'event']);
  });

  it('is sent where a rule asks for more than the tag: only the listener can tell', () => {
    const rule = { kind: 'cel', expression: "body.metadata.labels.team == 'a'" } as const;
    const stream = anImageStream({ tags: { latest: [item] } });
    expect(pushEvent(aTrigger({ rule }), { stream, push, id }).outcome).toBe('event');
  });

  it('is of no use for a push that is older than the trigger', () => {
    const old = at('09:00:00');
    const stream = anImageStream({ tags: { latest: [old] } });
    const trigger = aTrigger({}, { activatedAt: '2026-03-01T10:00:00Z' });
    expect(
      pushEvent(trigger, { stream, push: { digest: old.image, created: old.created }, id }),
    ).toEqual({ outcome: 'impossible', problem: 'filtered' });
  });
});

describe('the id of an event that a user sends', () => {
  const now = new Date('2026-03-02T08:00:00Z');

  it.each([['ada'], ['kube:admin'], ['Ö, "x"'], ['']])('says who it was: %s', (user) => {
    expect(senderOf(sentEventId(user, now))).toBe(user);
  });

  it.each([
    ['of somebody whom the console does not know', sentEventId(undefined, now), ''],
    ['of an event source', '7a0e6b1c-6d5e-4d2b-9d58-5a3c3f1d8a01', undefined],
    ['that was forged', 'sent-by:%E0%A4%A:1', ''],
    ['that is missing', undefined, undefined],
  ])('%s', (_, eventId, user) => {
    expect(senderOf(eventId)).toBe(user);
  });

  it('makes the run say that it came by hand', () => {
    const annotations = { [causeAnnotations.eventId]: sentEventId('ada', now) };
    const metadata = {
      namespace: 'ci',
      name: 'web-1',
      labels: { [triggerLabel]: 'web' },
      annotations,
    };
    expect(runOf({ metadata })?.replayedBy).toBe('ada');
  });
});
