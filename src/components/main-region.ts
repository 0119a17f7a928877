/**
 * Where what opens above a page belongs: at the end of the body, where PatternFly puts it, it is in
 * no landmark, and the header of a popover is a second banner.
 */
export const mainRegion = (): HTMLElement => document.querySelector('main') ?? document.body;
