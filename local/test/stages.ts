import { asOneCheck, fromClosingLine, fromJest, fromPlaywright } from './counts';
import type { CountsReader } from './counts';

/** One step of `npm test`. */
export interface Stage {
  readonly name: string;
  /** A program of node_modules/.bin with its arguments. */
  readonly command: readonly [string, ...string[]];
  readonly counts: CountsReader;
  readonly env?: Readonly<Record<string, string>>;
}

const check = (name: string, ...command: [string, ...string[]]): Stage => ({
  name,
  command,
  counts: asOneCheck,
});

const program = (name: string, file: string): Stage => ({
  name,
  command: ['tsx', file],
  counts: fromClosingLine,
});

/** What is installed, and how: these stages need Go and nginx besides Node. */
const packaging: readonly (readonly Stage[])[] = [
  [program('chart', 'local/chart/test.ts'), program('web server', 'local/web-server/test.ts')],
];

export interface StageOptions {
  /** The browser for the stories. */
  readonly browser: string;
  readonly withPackaging: boolean;
}

/** Everything that must hold, cheapest first. Stages of one group run at the same time. */
export const stageGroups = ({
  browser,
  withPackaging,
}: StageOptions): readonly (readonly Stage[])[] => [
  [
    check('format', 'prettier', '--check', '--log-level', 'warn', '.'),
    check('types', 'tsc', '--noEmit'),
  ],
  [
    check('lint', 'eslint', '--max-warnings', '0', '.'),
    check('styles', 'stylelint', '--allow-empty-input', '{src,local}/**/*.css'),
    check('dead code', 'knip', '--treat-config-hints-as-errors'),
    check(
      'sentences',
      'i18next',
      '-c',
      'i18next-parser.config.mjs',
      '--silent',
      '--fail-on-update',
    ),
    program('layers', 'local/test/layers.ts'),
  ],
  [{ name: 'specs', command: ['jest', '--ci'], counts: fromJest }],
  [check('build', 'tsx', 'node_modules/webpack-cli/bin/cli.js', '--mode', 'production')],
  [check('size', 'tsx', 'local/test/first-page-size.ts')],
  [program('scenarios', 'integration-tests/scenarios/run.ts')],
  [
    {
      name: 'stories',
      command: ['playwright', 'test'],
      counts: fromPlaywright,
      env: { CHROMIUM: browser },
    },
  ],
  ...(withPackaging ? packaging : []),
];
