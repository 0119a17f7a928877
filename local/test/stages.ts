import { asOneCheck, fromClosingLine, fromJest, fromPlaywright } from './counts';
import type { CountsReader } from './counts';

/** One step of `npm test`. */
export interface Stage {
  readonly name: string;
  /** A program of node_modules/.bin with its arguments. */
  readonly command: readonly [string, ...string[]];
  readonly counts: CountsReader;
  readonly env?: Readonly<Record<string, string>>;
  /** What it prints is worth reading also where all holds. */
  readonly isShown?: boolean;
}

const check = (name: string, ...command: [string, ...string[]]): Stage => ({
  name,
  command,
  counts: asOneCheck,
});

const program = (name: string, file: string, ...args: string[]): Stage => ({
  name,
  command: ['tsx', file, ...args],
  counts: fromClosingLine,
});

const scenarios = 'integration-tests/scenarios/run.ts';
const onBoth = ['--cluster', 'embedded', '--cluster', 'control-plane'];

const stories = (
  name: string,
  env: Readonly<Record<string, string>>,
  ...which: string[]
): Stage => ({
  name,
  command: ['playwright', 'test', ...which],
  counts: fromPlaywright,
  env,
});

/** What to run. */
export interface StageOptions {
  /** The browser for the stories. */
  readonly browser: string;
  /** What needs nothing but Node and a browser. */
  readonly withBasics: boolean;
  /** What is installed, and how: needs Go and nginx besides. */
  readonly withPackaging: boolean;
  /** What also holds on the real components: needs Go, Linux and root. */
  readonly withControlPlane: boolean;
}

type Groups = readonly (readonly Stage[])[];

const basics = ({ browser, withControlPlane }: StageOptions): Groups => [
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
  // With the control plane, the scenarios run on both clusters, side by side, and the stories on it,
  // but for those that are told by faults of an embedded cluster.
  ...(withControlPlane
    ? [[stories('stories of states', { CHROMIUM: browser }, 'stories/states')]]
    : [[program('scenarios', scenarios)], [stories('stories', { CHROMIUM: browser })]]),
];

const packaging: Groups = [
  [program('chart', 'local/chart/test.ts'), program('web server', 'local/web-server/test.ts')],
];

/** Each starts a control plane of its own, so they run one after the other. */
const onControlPlane = ({ browser }: StageOptions): Groups => [
  [
    {
      ...program('scenarios on both', scenarios, ...onBoth),
      isShown: true,
    },
  ],
  [
    stories('stories on the real one', {
      CHROMIUM: browser,
      STORIES_CLUSTER: 'control-plane',
    }),
  ],
  [program('chart on the real one', 'local/chart/test-on-control-plane.ts')],
];

/** Everything that must hold, cheapest first. Stages of one group run at the same time. */
export const stageGroups = (options: StageOptions): Groups => [
  ...(options.withBasics ? basics(options) : []),
  ...(options.withPackaging ? packaging : []),
  ...(options.withControlPlane ? onControlPlane(options) : []),
];
