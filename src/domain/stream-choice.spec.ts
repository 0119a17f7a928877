import { anImageStream } from '../testing/builders';
import { keyOf } from '../k8s/resource';
import { choiceAmong, choiceProblems, matchingStreams } from './stream-choice';
import type { StreamChoice } from './stream-choice';

const streams = [
  anImageStream({ namespace: 'shop-b', name: 'web', labels: { team: 'shop' } }),
  anImageStream({ namespace: 'shop-a', name: 'web-api', labels: { team: 'shop' } }),
  anImageStream({ namespace: 'shop-a', name: 'web', labels: { team: 'ops' } }),
  anImageStream({ namespace: 'base', name: 'node.js' }),
];

const all = choiceAmong(undefined);

const matching = (choice: Partial<StreamChoice>): string[] =>
  matchingStreams({ ...all, ...choice }, streams).map(keyOf);

describe('matchingStreams', () => {
  it.each<[Partial<StreamChoice>, string[]]>([
    [{}, ['base/node.js', 'shop-a/web', 'shop-a/web-api', 'shop-b/web']],
    [{ pattern: 'web' }, ['shop-a/web', 'shop-b/web']],
    [{ pattern: 'web*' }, ['shop-a/web', 'shop-a/web-api', 'shop-b/web']],
    [{ pattern: 'we?' }, ['shop-a/web', 'shop-b/web']],
    [{ pattern: 'eb' }, []],
    [{ pattern: 'node?js' }, ['base/node.js']],
    [{ pattern: 'nodexjs' }, []],
    [{ pattern: 'shop-a/*' }, ['shop-a/web', 'shop-a/web-api']],
    [{ pattern: 'shop-?/web' }, ['shop-a/web', 'shop-b/web']],
    [{ pattern: ' base/* , web-*,' }, ['base/node.js', 'shop-a/web-api']],
    [{ labels: 'team=shop' }, ['shop-a/web-api', 'shop-b/web']],
    [{ labels: 'team', pattern: 'web' }, ['shop-a/web', 'shop-b/web']],
    [{ among: ['shop-a/web', 'base/node.js', 'gone/gone'] }, ['base/node.js', 'shop-a/web']],
    [{ among: ['shop-a/web', 'base/node.js'], pattern: 'web' }, ['shop-a/web']],
    [{ without: ['shop-a/web'], pattern: 'web' }, ['shop-a/web', 'shop-b/web']],
    [{ labels: 'te am' }, []],
    [{ pattern: 'Web' }, []],
  ])('%j matches %j', (choice, keys) => {
    expect(matching(choice)).toEqual(keys);
  });
});

describe('choiceProblems', () => {
  it.each<[Partial<StreamChoice>, ReturnType<typeof choiceProblems>]>([
    [{ pattern: 'web_*, team/x.y-?' }, []],
    [{ pattern: 'web, Web' }, [{ code: 'pattern-illegal', part: 'Web' }]],
    [{ pattern: 'a/b/c' }, [{ code: 'pattern-illegal', part: 'a/b/c' }]],
    [{ pattern: '/web' }, [{ code: 'pattern-illegal', part: '/web' }]],
    [{ pattern: '(web' }, [{ code: 'pattern-illegal', part: '(web' }]],
    [{ pattern: 'web api' }, [{ code: 'pattern-illegal', part: 'web api' }]],
    [{ labels: 'team,a=b=c' }, [{ code: 'labels-illegal', part: 'a=b=c' }]],
  ])('%j', (choice, problems) => {
    expect(choiceProblems({ ...all, ...choice })).toEqual(problems);
  });
});
