import { parseStreamRefs, streamKey } from '../domain/push';
import type { StreamRef } from '../domain/push';
import { textHash } from '../domain/text-hash';
import { readOfTab, writeOfTab } from './tab-storage';

const name = 'selected-streams';

/**
 * Hands selected ImageStreams over to the form, where a URL has no room for their names: the tab of
 * the browser keeps them, until others take their place.
 * @returns by what the URL of the form names them
 */
export const handOver = (streams: readonly StreamRef[]): string => {
  const text = streams.map(streamKey).join(',');
  writeOfTab(name, text);
  return textHash(text);
};

/** What was handed over; undefined where this tab does not know it, or not any more. */
export const handedOver = (selection: string): StreamRef[] | undefined => {
  const text = readOfTab(name);
  return text !== undefined && textHash(text) === selection ? parseStreamRefs(text) : undefined;
};
