export type Theme = 'light' | 'dark';

const storageKey = 'local-console.theme';
const darkClass = 'pf-v6-theme-dark';

/** The theme that was chosen here, else the one of the system. */
export const currentTheme = (): Theme => {
  const saved = localStorage.getItem(storageKey);
  if (saved === 'light' || saved === 'dark') return saved;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
};

/** Puts a theme onto the page, and remembers it where one is given. */
export const applyTheme = (chosen?: Theme): void => {
  if (chosen !== undefined) localStorage.setItem(storageKey, chosen);
  document.documentElement.classList.toggle(darkClass, (chosen ?? currentTheme()) === 'dark');
};
