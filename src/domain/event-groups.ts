import type { TriggerGroup, TriggerSelector } from '../k8s/event-listener';
import { labelOf } from '../k8s/resource';
import type { Trigger } from '../k8s/trigger';
import { celString } from './cel';
import { activeLabel, groupLabel } from './marks';
import { isClusterImages } from './push';
import type { StreamRef } from './push';

/**
 * In how many groups a listener has its lanes. Every call of an interceptor carries the whole
 * ImageStream. With groups, an event costs one call a group and one a lane of its own group; without
 * them, one a lane, and with 100 triggers on streams of 20 kB, pushes were lost (README, "Figures").
 * More groups cost more where there are few lanes.
 */
export const groupCount = 16;

/** What names of ImageStreams are made of (openshift/api image/v1, path segments). */
const letters = '-._0123456789abcdefghijklmnopqrstuvwxyz';

/** The only group of the listener for Images, which needs no filter to tell it from others. */
const imageGroup = 'images';

/**
 * The group of an ImageStream and its lanes: the sum of the places of the letters of its name, in
 * JavaScript and in CEL alike. CEL has no hash and no sum, but the length of a text that it joins.
 */
export const groupOf = (stream: StreamRef): string => {
  if (isClusterImages(stream)) return imageGroup;
  const places = Array.from(stream.name, (letter) => letters.indexOf(letter) + 1);
  return String(places.reduce((total, place) => total + place, 0) % groupCount);
};

const cel = celString(letters);

const groupCel =
  `size(body.metadata.name.split('')` +
  `.map(c, ${cel}.substring(0, ${cel}.indexOf(c) + 1)).join('')) % ${groupCount}`;

/**
 * The lanes that a listener selects, without a restart: one shared filter a group, and behind it
 * the active lanes of the group (tektoncd/triggers pkg/sink/sink.go, processTriggerGroups).
 */
export const listenerGroups = (): TriggerGroup[] =>
  Array.from({ length: groupCount }, (_, group) => ({
    name: `group-${group}`,
    interceptors: [
      {
        ref: { name: 'cel', kind: 'ClusterInterceptor' },
        params: [{ name: 'filter', value: `${groupCel} == ${group}` }],
      },
    ],
    triggerSelector: {
      labelSelector: { matchLabels: { [activeLabel]: 'true', [groupLabel]: String(group) } },
    },
  }));

/** The lanes that the listener for Images selects. */
export const imageSelector = (): TriggerSelector => ({
  labelSelector: { matchLabels: { [activeLabel]: 'true', [groupLabel]: imageGroup } },
});

/** Whether a lane is one for Images, whatever its filter says. */
export const isOfImages = (lane: Trigger): boolean => labelOf(lane, groupLabel) === imageGroup;

/** Whether the listener hands a lane the events of a stream; of any, where none is known. */
export const isSelected = (lane: Trigger, stream: StreamRef | undefined): boolean =>
  labelOf(lane, activeLabel) === 'true' &&
  (stream === undefined || labelOf(lane, groupLabel) === groupOf(stream));
