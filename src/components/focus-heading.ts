import { useEffect } from 'react';

/**
 * Brings the focus to the page's heading: where one goes on reading after what had the focus is
 * gone. The heading of PageHeader takes no focus by itself.
 */
export const focusHeading = (): void => {
  const heading = document.querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
};

/**
 * Brings the focus to the heading each time that the number grows: a dialog gives it back to what
 * opened it, which goes with what the dialog was about.
 */
export const useHeadingFocus = (times: number): void => {
  useEffect(() => {
    if (times > 0) focusHeading();
  }, [times]);
};
