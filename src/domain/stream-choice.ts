import { RE2JS } from '@bufbuild/re2';
import type { ImageStream } from '../k8s/image-stream';
import { parseLabelQuery } from './label-query';
import { keyOfStream } from './push';
import { globsToRegex } from './tag-glob';

/** Which ImageStreams get an image trigger each, and how these are called. */
export interface StreamChoice {
  /**
   * Globs of names with commas between, of which one must match; one with a slash is asked of
   * `project/name`. Empty: all names.
   */
  readonly pattern: string;
  /** What their labels must be; see `parseLabelQuery`. */
  readonly labels: string;
  /** Keys of the ImageStreams that were selected in a list, where the choice is among those. */
  readonly among: readonly string[] | undefined;
  /** Keys of those that match, and that the user leaves out. */
  readonly without: readonly string[];
  /** What a trigger's name has before what is made of the ImageStream's. */
  readonly prefix: string;
  /** What it has behind that; undefined as long as it follows the Pipeline. */
  readonly suffix: string | undefined;
}

/** All ImageStreams that are offered, or those that were selected in a list. */
export const choiceAmong = (among: readonly string[] | undefined): StreamChoice => ({
  pattern: '',
  labels: '',
  among,
  without: [],
  prefix: '',
  suffix: undefined,
});

/** Why a choice cannot be read: the part of its text that no ImageStream could have. */
export interface StreamChoiceProblem {
  readonly code: 'pattern-illegal' | 'labels-illegal';
  readonly part: string;
}

/** What names of ImageStreams and projects are made of, and the two signs of a glob. */
const legalGlob = /^[-a-z0-9._*?]+(?:\/[-a-z0-9._*?]+)?$/;

const globsOf = (pattern: string): string[] =>
  pattern
    .split(',')
    .map((glob) => glob.trim())
    .filter((glob) => glob !== '');

export const choiceProblems = ({
  pattern,
  labels,
}: Pick<StreamChoice, 'pattern' | 'labels'>): StreamChoiceProblem[] => {
  const illegal = globsOf(pattern).find((glob) => !legalGlob.test(glob));
  const query = parseLabelQuery(labels);
  return [
    ...(illegal === undefined ? [] : [{ code: 'pattern-illegal' as const, part: illegal }]),
    ...('illegal' in query ? [{ code: 'labels-illegal' as const, part: query.illegal }] : []),
  ];
};

/** A glob without a slash says nothing of the project. */
const inFull = (glob: string): string => (glob.includes('/') ? glob : `*/${glob}`);

/**
 * The ImageStreams that a choice matches, those that the user leaves out included, by project and
 * name. A choice with a problem matches nothing.
 */
export const matchingStreams = (
  choice: StreamChoice,
  streams: readonly ImageStream[],
): ImageStream[] => {
  const query = parseLabelQuery(choice.labels);
  if (choiceProblems(choice).length > 0 || 'illegal' in query) return [];
  const globs = globsOf(choice.pattern);
  const regex = globs.length > 0 ? RE2JS.compile(globsToRegex(globs.map(inFull))) : undefined;
  const among = choice.among && new Set(choice.among);
  return streams
    .map((stream) => ({ stream, key: keyOfStream(stream) }))
    .filter(
      ({ stream, key }) =>
        among?.has(key) !== false &&
        regex?.test(key) !== false &&
        query.matches(stream.metadata?.labels ?? {}),
    )
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ stream }) => stream);
};
