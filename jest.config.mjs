/** TypeScript and JSX by swc, as webpack builds them. */
const transform = {
  '\\.[cm]?[jt]sx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2022',
      },
    },
  ],
};

/** Folders whose specs run in a browser's environment, on the modules of the local console. */
const browserFolders = ['src/{cluster,components,pages}', 'local/console/{host,modules,page}'];

/** Every run generates the same: a change fails for what it changed. */
const setupFiles = ['<rootDir>/src/testing/seed-properties.ts'];

/** @type {import('jest').Config} */
export default {
  testTimeout: 15_000,
  // Jest leaves a core free for its watch mode, which of two is half.
  maxWorkers: '100%',
  projects: [
    {
      displayName: 'unit',
      testEnvironment: 'node',
      transform,
      setupFiles,
      testMatch: [
        '<rootDir>/{src,local,integration-tests/scenarios}/**/*.spec.ts',
        '<rootDir>/*.spec.ts',
      ],
      testPathIgnorePatterns: [
        '/node_modules/',
        '<rootDir>/src/(cluster|components|pages)/',
        '<rootDir>/local/console/(host|modules|page)/',
      ],
    },
    {
      displayName: 'components',
      testEnvironment: '<rootDir>/src/testing/jest-environment.ts',
      transform,
      // The console's SDK is published as ES modules.
      transformIgnorePatterns: ['/node_modules/(?!@openshift-console/)'],
      testMatch: [
        ...browserFolders.map((folder) => `<rootDir>/${folder}/**/*.spec.{ts,tsx}`),
        '<rootDir>/src/{testing,i18n}/*.spec.tsx',
      ],
      setupFiles,
      setupFilesAfterEnv: [
        '<rootDir>/src/testing/matchers.ts',
        '<rootDir>/local/console/quiet-sdk.ts',
      ],
      moduleNameMapper: {
        '^@console/(.*)$': [
          '<rootDir>/local/console/modules/$1',
          '<rootDir>/local/console/modules/not-offered.cjs',
        ],
        '\\.s?css$': '<rootDir>/src/testing/no-styles.ts',
      },
    },
  ],
};
