import { foundRowsOf } from '../domain/found-chain/found-row';
import { foundRunsOf } from '../domain/found-chain/found-run';
import type { PushScope } from '../domain/found-chain/push-scope';
import { aDigest, anImageStream } from '../testing/builders';
import { aChain, aChainRun } from '../testing/chain-builders';
import { plainT } from '../testing/plain-t';
import { foundRunText, scopeText } from './found-chain-text';

const streams = (projects: 'all' | string[], labelled = false): PushScope => ({
  of: 'streams',
  projects,
  labelled,
});

describe('the texts of found chains', () => {
  it.each<[PushScope, string]>([
    [{ of: 'images', labelled: false }, 'Any image pushed to the cluster'],
    [{ of: 'images', labelled: true }, 'Any image pushed to the cluster, chosen by labels'],
    [streams('all'), 'Any ImageStream of the cluster'],
    [streams(['shop']), 'Any ImageStream of project shop'],
    [streams(['shop'], true), 'Any ImageStream of project shop, chosen by labels'],
    [streams(['a', 'b']), 'Any ImageStream of 2 projects'],
    [streams([]), 'Any ImageStream of the projects that its source selects'],
  ])('say which pushes %j means', (scope, text) => {
    expect(scopeText(plainT, scope)).toBe(text);
  });

  it('say what a run proves', () => {
    const textOf = (values: string[]) => {
      const [row] = foundRowsOf(foundRunsOf([aChain()], [aChainRun(values)]), [anImageStream()]);
      return foundRunText(plainT, row!);
    };
    expect(textOf([aDigest()])).toMatch(/^The PipelineRun succeeded\. Its image is read from its /);
    expect(textOf([])).toMatch(/names? no image of a push that is on record\.$/);
  });
});
