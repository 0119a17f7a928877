import type { Page } from '@playwright/test';
import { expect } from '../story';
import { expectContent, expectSound } from './stage';
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
const insteadOfList = (name: string, answer: object): State => ({
  name,
  tell: async (stage) => {
    const { page, subject, open } = stage;
    await answerLists(page, subject.lists, () => answer);
    await open();
    await expectSound(stage);
    await expect(subject.content(page)).toBeHidden();
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
  insteadOfList('an empty object in place of a list', {}),
  insteadOfList('a Status in place of a list', status),
  {
    name: 'an empty object and a Status in a watch',
    tell: async (stage) => {
      const { page, subject, open } = stage;
      await page.routeWebSocket(/watch=true/, (socket) => {
        socket.connectToServer();
        socket.send(JSON.stringify({ type: 'MODIFIED', object: {} }));
        socket.send(JSON.stringify({ type: 'ADDED', object: status }));
        socket.send(JSON.stringify({ type: 'ERROR', object: status }));
      });
      await open();
      await expectContent(stage);
      await expect(subject.content(page)).toBeVisible();
    },
  },
];
