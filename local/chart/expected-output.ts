import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { deepStrictEqual } from 'node:assert/strict';
import { basename, join } from 'node:path';
import { createHash } from 'node:crypto';
import { format, resolveConfig } from 'prettier';
import { stringify } from 'yaml';
import { chart, documentsOf, render } from './helm';
import type { Check } from './checks';

const cases = join(__dirname, 'cases');
const expected = join(__dirname, 'expected');

/** Stand for a file of the chart and its hash, so that a change of it is no change of every case. */
const placeholders: ReadonlyMap<string, string> = new Map(
  ['nginx.conf', 'console-plugins.sh'].flatMap((name) => {
    const text = readFileSync(join(chart, 'files', name), 'utf8').trim();
    const hash = createHash('sha256').update(text).digest('hex');
    return [
      [text, `the text of files/${name}`],
      [hash, `the hash of files/${name}`],
    ] as const;
  }),
);

/** A value with every text that is a file of the chart, or its hash, replaced by its placeholder. */
const withPlaceholders = (value: unknown): unknown => {
  if (typeof value === 'string') return placeholders.get(value.trim()) ?? value;
  if (Array.isArray(value)) return value.map(withPlaceholders);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, withPlaceholders(field)]),
  );
};

const rendered = (file: string): unknown[] =>
  [...render(readFileSync(join(cases, file), 'utf8')).values()].map(withPlaceholders);

const names = (): string[] => readdirSync(cases).sort();

/** One check a file of values: it renders exactly what is kept for it. */
export const expectedOutputChecks = (): Check[] =>
  names().map((file) => ({
    name: `renders as expected: ${basename(file, '.yaml')}`,
    run: () => {
      deepStrictEqual(rendered(file), documentsOf(readFileSync(join(expected, file), 'utf8')));
    },
  }));

/** Keeps what is rendered now as what is expected. */
export const updateExpectedOutput = async (): Promise<void> => {
  for (const file of names()) {
    const path = join(expected, file);
    const text = rendered(file)
      .map((object) => stringify(object, { aliasDuplicateObjects: false }))
      .join('---\n');
    const options = await resolveConfig(path);
    writeFileSync(path, await format(text, { ...options, filepath: path }));
  }
};
