import type { ApplyState } from '../domain/apply/transaction';
import type { Problem, ProblemCode } from '../domain/problem';
import type { Translate } from './use-t';

interface ProblemText {
  readonly title: (t: Translate) => string;
  /** What the person at the screen can do. */
  readonly advice: (t: Translate) => string;
}

/** What every kind of problem is called, and what to do about it. */
export const problemText: Record<ProblemCode, ProblemText> = {
  unauthorized: {
    title: (t) => t('Your session has ended'),
    advice: (t) => t('Reload the page and log in again.'),
  },
  forbidden: {
    title: (t) => t('You do not have permission'),
    advice: (t) => t('Ask an administrator of the project for the permission that is named.'),
  },
  'not-found': {
    title: (t) => t('Not found'),
    advice: (t) => t('It may have been deleted meanwhile.'),
  },
  'already-exists': {
    title: (t) => t('The name is taken'),
    advice: (t) => t('Choose another name.'),
  },
  conflict: {
    title: (t) => t('It was changed meanwhile'),
    advice: (t) => t('Reload the page and try again.'),
  },
  invalid: {
    title: (t) => t('The API server refused it'),
    advice: (t) => t('Correct what the message names and try again.'),
  },
  'too-many-requests': {
    title: (t) => t('The API server is busy'),
    advice: (t) => t('Wait a moment and try again.'),
  },
  unavailable: {
    title: (t) => t('The API server could not answer'),
    advice: (t) => t('If it persists, tell a cluster administrator.'),
  },
  network: {
    title: (t) => t('No connection'),
    advice: (t) => t('Check your connection and try again.'),
  },
  timeout: {
    title: (t) => t('The API server did not answer in time'),
    advice: (t) => t('If it persists, tell a cluster administrator.'),
  },
  'api-missing': {
    title: (t) => t('An API is missing'),
    advice: (t) => t('See the overview for what must be installed.'),
  },
  unexpected: {
    title: (t) => t('Something went wrong'),
    advice: (t) => t('Try again.'),
  },
};

/** How long to wait, where the API server has said so. */
export const retryText = (t: Translate, { retryAfterSeconds }: Problem): string | undefined =>
  retryAfterSeconds === undefined
    ? undefined
    : t('The API server asks to wait {{seconds}} s.', { seconds: retryAfterSeconds });

export const applyStateText: Record<ApplyState, (t: Translate) => string> = {
  pending: (t) => t('Pending'),
  checked: (t) => t('Checked'),
  kept: (t) => t('Already there'),
  created: (t) => t('Created'),
  active: (t) => t('Active'),
  failed: (t) => t('Refused'),
  removed: (t) => t('Removed again'),
  'left-over': (t) => t('Left over'),
};
