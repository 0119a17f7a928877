import type { Translate } from '../i18n/use-t';

/** Keeps a number and its unit on one line. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

const secondsText = (t: Translate, seconds: number): string => {
  if (seconds < 1) return t('less than 1 s');
  if (seconds < 60) return t('{{seconds}} s', { seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return t('{{minutes}} min {{seconds}} s', { minutes, seconds: seconds % 60 });
  return t('{{hours}} h {{minutes}} min', {
    hours: Math.floor(minutes / 60),
    minutes: minutes % 60,
  });
};

/** Whole seconds, in words that stay on one line. */
export const secondsDurationText = (t: Translate, seconds: number): string =>
  unbroken(secondsText(t, Math.round(seconds)));

/** The time between two RFC 3339 times, in words; undefined where one is missing. */
export const durationText = (
  t: Translate,
  from: string | undefined,
  to: string | undefined,
): string | undefined => {
  if (from === undefined || to === undefined) return undefined;
  const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
  return Number.isNaN(seconds) ? undefined : secondsDurationText(t, seconds);
};
