import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../chart/checks';

/** An instruction of a Dockerfile: its name and what follows. */
type Instruction = readonly [name: string, rest: string];

/** The stages of the Dockerfile, each with its instructions; the first of each is its FROM. */
const stages = (): Instruction[][] => {
  const text = readFileSync(join(__dirname, '../../Dockerfile'), 'utf8');
  const instructions = text
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line))
    .map((line): Instruction => {
      const at = line.indexOf(' ');
      return [line.slice(0, at), line.slice(at + 1).trim()];
    });
  const found: Instruction[][] = [];
  for (const instruction of instructions) {
    if (instruction[0] === 'FROM') found.push([]);
    found.at(-1)?.push(instruction);
  }
  return found;
};

const all = (stage: readonly Instruction[], name: string): string[] =>
  stage.filter((instruction) => instruction[0] === name).map(([, rest]) => rest);

/** What the image is made of. It is built nowhere in these tests: that needs container tools. */
export const imageChecks: readonly Check[] = [
  {
    name: 'image: built in one stage, served from another, which runs no command of the build',
    run: () => {
      const [build = [], served = [], ...others] = stages();
      strictEqual(others.length, 0);
      match(all(build, 'FROM')[0] ?? '', / AS build$/);
      ok(all(build, 'RUN').some((command) => command.includes('npm run build')));
      deepStrictEqual(all(served, 'RUN'), []);
      const fromBuild = all(served, 'COPY').filter((copy) => copy.startsWith('--from='));
      deepStrictEqual(fromBuild, [
        '--from=build /opt/app-root/src/dist /srv/image-triggers-plugin',
      ]);
    },
  },
  {
    name: 'image: every stage runs as an account that is not root, and that has a number',
    run: () => {
      for (const stage of stages()) {
        const users = all(stage, 'USER');
        ok(users.length > 0, 'A stage runs as whom its base image says.');
        // Kubernetes' runAsNonRoot refuses an account that has a name only.
        for (const user of users) match(user, /^[1-9]\d*$/);
      }
    },
  },
];
