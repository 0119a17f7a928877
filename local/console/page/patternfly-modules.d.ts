/** Put together by the bundler (build-page.ts): modules of PatternFly by their names. */
declare module 'virtual:patternfly-modules' {
  export const patternFlyModules: Readonly<Record<string, unknown>>;
}
