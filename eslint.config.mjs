import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import i18next from 'eslint-plugin-i18next';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const root = import.meta.dirname;
const pagesFolder = join(root, 'src/pages');
const pages = existsSync(pagesFolder)
  ? readdirSync(pagesFolder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
  : [];

/** What a layer may import of ours: everything else under src is forbidden to it. */
const layers = {
  k8s: [],
  domain: ['k8s'],
  cluster: ['k8s', 'domain'],
  i18n: ['k8s', 'domain'],
  components: ['k8s', 'domain', 'i18n'],
  pages: ['k8s', 'domain', 'cluster', 'components', 'i18n'],
};

const layerZones = Object.entries(layers).map(([layer, allowed]) => ({
  target: `./src/${layer}/**/!(*.spec).{ts,tsx}`,
  from: './src',
  except: [layer, ...allowed].map((name) => `./${name}`),
  message: `src/${layer} may import only: ${[layer, ...allowed].join(', ')} (CONTRIBUTING.md, "Layers").`,
}));

const pageZones = pages.map((page) => ({
  target: `./src/pages/${page}`,
  from: './src/pages',
  except: [`./${page}`],
  message: 'A page never imports from another page: move the shared piece down a layer.',
}));

const outsideZones = [
  { target: './src/!(testing)/**', from: './local', except: [] },
  { target: './src/**', from: './integration-tests', except: [] },
  { target: './local/cluster', from: './src/domain', except: [] },
].map((zone) => ({
  ...zone,
  message: 'The plugin stands alone, and the local cluster never runs the code that it proves.',
}));

const sdk = '@openshift-console/dynamic-plugin-sdk';
const pureLayerPatterns = ['react', 'react-*', '@openshift*', '@openshift*/**', '@patternfly/**'];

const sdkDataApi = [
  'useK8sWatchResource',
  'useK8sWatchResources',
  'useK8sModel',
  'useK8sModels',
  'k8sCreate',
  'k8sDelete',
  'k8sGet',
  'k8sList',
  'k8sPatch',
  'k8sUpdate',
  'k8sListItems',
  'consoleFetch',
  'consoleFetchJSON',
  'consoleFetchText',
  'useAccessReview',
  'checkAccess',
];

export default tseslint.config(
  { ignores: ['dist', '.build', 'node_modules', 'coverage', 'test-results', 'playwright-report'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: root },
    },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', { max: 80, skipComments: true, skipBlankLines: true }],
      'max-params': ['error', 3],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': [
        'error',
        { basePath: root, zones: [...layerZones, ...pageZones, ...outsideZones] },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: sdk,
              importNames: sdkDataApi,
              message: 'Only src/cluster watches or writes the cluster.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/cluster/**/*.{ts,tsx}', 'local/**/*.{ts,tsx}', 'src/testing/**/*.{ts,tsx}'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['src/k8s/**/*.ts', 'src/domain/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ group: pureLayerPatterns, message: 'k8s and domain are plain TypeScript.' }],
        },
      ],
      'no-restricted-globals': ['error', 'fetch', 'window', 'document', 'setTimeout'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'A time is handed in.' },
        { object: 'Math', property: 'random', message: 'A suffix is handed in.' },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'local/console/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules, 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['src/{components,pages}/**/*.tsx'],
    plugins: { i18next },
    rules: {
      'max-lines-per-function': ['error', { max: 120, skipComments: true, skipBlankLines: true }],
      'i18next/no-literal-string': ['error', { mode: 'jsx-text-only' }],
    },
  },
  {
    files: ['local/**/*.ts', 'integration-tests/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.spec.{ts,tsx}', 'src/testing/**', 'integration-tests/**'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines-per-function': 'off',
      'i18next/no-literal-string': 'off',
    },
  },
  {
    files: [
      'local/console/modules/**',
      'src/testing/jest-environment.ts',
      '*.{ts,mts}',
      'src/pages/*/*Page.tsx',
      'src/pages/*/*Tab.tsx',
      'integration-tests/*.ts',
    ],
    rules: { 'import-x/no-default-export': 'off' },
  },
  prettier,
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
);
