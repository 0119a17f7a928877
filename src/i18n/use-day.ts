import { useTranslation } from 'react-i18next';

/** Writes the day of an RFC 3339 time within a sentence, in the language and time zone of the user. */
export const useDay = (): ((time: string) => string) => {
  const { i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' });
  return (time) => format.format(new Date(time));
};
