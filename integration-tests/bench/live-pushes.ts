import { setTimeout } from 'node:timers/promises';
import type { ApiClient } from '../scenarios/api-client';
import { boundRefs, isGoodAt, itemAt, itemsOfFleet, setItems } from './fleet';
import type { Fleet } from './fleet';
import { addDetail, createRun, runKeyOf } from './fleet-run';
import type { FleetPush } from './fleet-run';

export interface LiveRate {
  readonly perSecond: number;
  readonly seconds: number;
}

/** A push with the time of the epoch at which it was sent. */
export interface SentPush extends FleetPush {
  readonly sentAt: number;
}

/**
 * Pushes to one bound stream of a fleet after another, and makes the run of each as the listener
 * would: what is measured is the page, not the chain.
 */
export const pushLive = async (
  client: ApiClient,
  fleet: Fleet,
  { perSecond, seconds }: LiveRate,
): Promise<SentPush[]> => {
  const refs = boundRefs(fleet.size);
  const held = new Map(itemsOfFleet(fleet).entries());
  const started = Date.now();
  const send = async (number: number): Promise<SentPush[]> => {
    await setTimeout(started + (number * 1000) / perSecond - Date.now());
    const sentAt = Date.now();
    const bound = refs[number % refs.length];
    if (!bound) return [];
    const { index, ref } = bound;
    const item = itemAt(ref, Math.floor(sentAt / 1000) * 1000);
    const items = [item, ...(held.get(index) ?? [])];
    held.set(index, items);
    await setItems(client, ref, items);
    const push = { ref, item, trigger: ref.name, isGood: isGoodAt(number), sentAt };
    await createRun(client, push);
    await addDetail(client, runKeyOf(push), fleet.size.runBytes);
    return [push];
  };
  const numbers = Array.from({ length: perSecond * seconds }, (_, number) => number);
  return (await Promise.all(numbers.map(send))).flat();
};
