import type { ChainContext } from '../context';
import type { CloudEvent } from './cloud-event';

/**
 * Delivers a request and answers its status code; `refused` where nothing listens.
 * `from` is the namespace of the pod that sends it.
 */
export type Transport = (url: string, event: CloudEvent, from: string) => number | 'refused';

/** cloudevents/sdk-go v2/protocol/http/protocol.go defaultRetriableErrors. */
const retriableCodes = [404, 413, 425, 429, 502, 503, 504];

const retries = 5;

interface Delivery {
  /** The status code, or `refused`, of the last attempt. */
  answer: number | 'refused';
  attempts: number;
}

/**
 * Sends an event and, where it may help, sends it again up to five times, after 100, 200, 400, 800
 * and 1600 ms (events.go ContextWithRetriesExponentialBackoff; sdk-go protocol_retry.go doWithRetry).
 */
export const send = async (
  { timers, delays }: ChainContext,
  transport: Transport,
  { url, event, from }: { url: string; event: CloudEvent; from: string },
): Promise<Delivery> => {
  for (let attempts = 1; ; attempts += 1) {
    const answer = transport(url, event, from);
    const isFinal = answer !== 'refused' && !retriableCodes.includes(answer);
    if (isFinal || attempts > retries) {
      return { answer, attempts };
    }
    await timers.wait(delays.sendRetry * 2 ** (attempts - 1));
  }
};

export const isDelivered = ({ answer }: Delivery): boolean =>
  answer !== 'refused' && answer >= 200 && answer < 300;
