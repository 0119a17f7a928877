import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const byApt = (): string | undefined => {
  const apt = (...args: string[]): boolean =>
    spawnSync('apt-get', args, { stdio: 'ignore' }).status === 0;
  const done = apt('update') && apt('install', '--yes', '--no-install-recommends', 'chromium');
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
