import type { Page } from '@playwright/test';
import { expect } from '../story';
import { expectContent, expectInstead } from './stage';
import type { State } from './stage';

const status = {
  kind: 'Status',
  apiVersion: 'v1',
  metadata: {},
  status: 'Failure',
  reason: 'InternalError',
  message: 'a Status in place of an object',
  code: 500,
};

interface List {
  readonly items: readonly object[];
}

/** Changes the answers of the API server to the requests for the lists of a page. */
const answerLists = (page: Page, lists: string, change: (list: List) => object) =>
  page.route(new RegExp(lists), async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: change((await response.json()) as List) });
  });

/** A list that is none: the page must not pass it off as an empty one. */
const insteadOfList = (name: string, answer: object, words: string): State => ({
  name,
  tell: async (stage) => {
    const { page, subject, open } = stage;
    await answerLists(page, subject.lists, () => answer);
    await open();
    await expectInstead(stage, words);
  },
});

/** Answers of a shape that nobody would expect. */
export const oddities: readonly State[] = [
  {
    name: 'an empty object and a Status among the objects',
    tell: async (stage) => {
      const { page, subject, open } = stage;
      await answerLists(page, subject.lists, (list) => ({
        ...list,
        items: [{}, status, { metadata: {} }, ...list.items],
      }));
      await open();
      await expectContent(stage);
    },
  },
  insteadOfList(
    'an empty object in place of a list',
    {},
    'The API server answered with something that is no list.',
  ),
  insteadOfList('a Status in place of a list', status, status.message),
  {
    name: 'an empty object and a Status in a watch',
    tell: async (stage) => {
      const { page, open } = stage;
      let watches = 0;
      await page.routeWebSocket(/watch=true/, (socket) => {
        watches += 1;
        socket.connectToServer();
        socket.send(JSON.stringify({ type: 'MODIFIED', object: {} }));
        socket.send(JSON.stringify({ type: 'ADDED', object: status }));
        socket.send(JSON.stringify({ type: 'ERROR', object: status }));
      });
      await open();
      await expectContent(stage);
      const before = watches;
      // The page has read them: it has listed again and watches anew.
      await expect.poll(() => watches).toBeGreaterThan(before);
      await expectContent(stage);
    },
  },
];
