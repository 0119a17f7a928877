import { ESLint } from 'eslint';

/** An import that breaks a rule of the layers, in a file that need not exist. */
const wrong: readonly { file: string; code: string; rule: string }[] = [
  ['src/k8s/probe.ts', '../domain/draft'],
  ['src/domain/probe.ts', '../cluster/verbs'],
  ['src/domain/probe.ts', '../components/paths'],
  ['src/domain/apply/probe.ts', '../../i18n/use-t'],
  ['src/cluster/probe.ts', '../components/paths'],
  ['src/cluster/probe.ts', '../i18n/use-t'],
  ['src/i18n/probe.ts', '../cluster/verbs'],
  ['src/components/probe.tsx', '../cluster/verbs'],
  ['src/components/probe.tsx', '../pages/streams/stream-filter'],
  ['src/pages/streams/probe.tsx', '../history/history-filter'],
  ['src/pages/streams/probe.tsx', '../../testing/builders'],
  ['src/pages/streams/probe.tsx', '../../../local/cluster/cluster'],
  ['local/cluster/probe.ts', '../../src/domain/draft'],
].map(([file = '', from = '']) => ({
  file,
  code: `import '${from}';\n`,
  rule: 'import-x/no-restricted-paths',
}));

const outside: typeof wrong = [
  { file: 'src/domain/probe.ts', code: "import 'react';\n", rule: 'no-restricted-imports' },
  {
    file: 'src/k8s/probe.ts',
    code: "import '@openshift-console/dynamic-plugin-sdk';\n",
    rule: 'no-restricted-imports',
  },
  {
    file: 'src/pages/streams/probe.tsx',
    code: "import { k8sCreate } from '@openshift-console/dynamic-plugin-sdk';\n",
    rule: 'no-restricted-imports',
  },
];

const main = async (): Promise<void> => {
  // The rules under test need no types, and a probe is in no TypeScript project.
  const eslint = new ESLint({
    overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
    ruleFilter: ({ ruleId }) =>
      ruleId === 'import-x/no-restricted-paths' || ruleId === 'no-restricted-imports',
  });
  let failed = 0;
  for (const { file, code, rule } of [...wrong, ...outside]) {
    const [result] = await eslint.lintText(code, { filePath: file });
    if (result?.messages.some(({ ruleId }) => ruleId === rule) === true) continue;
    failed += 1;
    console.log(`${file} may do this, but must not: ${code.trim()}`);
  }
  console.log(`${wrong.length + outside.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
};

void main();
