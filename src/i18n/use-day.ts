import { useTranslation } from 'react-i18next';

type Writer = (time: string) => string;

const useFormat = (options: Intl.DateTimeFormatOptions): Writer => {
  const { i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(i18n.language, options);
  return (time) => format.format(new Date(time));
};

/** Writes the day of an RFC 3339 time within a sentence, in the language and time zone of the user. */
export const useDay = (): Writer => useFormat({ dateStyle: 'medium' });

/** Writes day, hour and minute of an RFC 3339 time within a sentence, like `useDay`. */
export const useMoment = (): Writer => useFormat({ dateStyle: 'medium', timeStyle: 'short' });
