/**
 * Brings the focus to the page's heading: where one goes on reading after what had the focus is
 * gone. The heading of PageHeader takes no focus by itself.
 */
export const focusHeading = (): void => {
  const heading = document.querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
};
