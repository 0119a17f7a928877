import type { ServerFlags } from './host/server-flags';

/** JSON that may stand inside a script element. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** The page: PatternFly's styles, the flags that the SDK reads when it is loaded, and the bundle. */
export const pageHtml = (flags: ServerFlags): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <base href="${flags.basePath}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Local console</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/static/patternfly/patternfly.min.css" />
    <link rel="stylesheet" href="/static/patternfly/patternfly-addons.css" />
    <link rel="stylesheet" href="/static/page.css" />
    <script>
      window.SERVER_FLAGS = ${inScript(flags)};
    </script>
  </head>
  <body>
    <div id="app"></div>
    <script src="/static/page.js"></script>
  </body>
</html>
`;
