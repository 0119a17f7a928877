import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** The part of Chromium that draws for no screen: half the work for the same page, so it comes first. */
const headlessShell = 'chromium-headless-shell';

const installed = [headlessShell, 'chromium', 'chromium-browser', 'google-chrome'].map(
  (name) => `/usr/bin/${name}`,
);

const byApt = (): string | undefined => {
  const apt = (...args: string[]): boolean =>
    spawnSync('apt-get', args, { stdio: 'ignore' }).status === 0;
  const install = (name: string) => apt('install', '--yes', '--no-install-recommends', name);
  const done = apt('update') && (install(headlessShell) || install('chromium'));
  return done ? installed.find((path) => existsSync(path)) : undefined;
};

/**
 * The browser for the stories: the one that `CHROMIUM` names, the machine's, Playwright's own, or
 * one that apt installs.
 * @throws Error that says what to do where there is none
 */
export const findBrowser = (): string => {
  const named = process.env.CHROMIUM;
  if (named) return named;
  const found = [...installed, chromium.executablePath()].find((path) => existsSync(path));
  const browser = found ?? byApt();
  if (browser === undefined)
    throw new Error('No browser: install Chromium, or name one in the variable CHROMIUM.');
  return browser;
};
