import { aDigest, aPush, aRun, aTrigger } from '../testing/builders';
import { healthFindings } from '../testing/findings';
import { aTriggerChain, linkStates, olderPush, rowsOf, runSentAt } from '../testing/trigger-chains';
import { placeOf } from './chain-places';
import type { LinkId } from './chain-places';
import type { Finding } from './health';
import { prerequisitesOf, unmetOf } from './prerequisites';
import type { ChainInput, TriggerChain } from './trigger-chain';

/** The findings of each link that has some. */
const found = ({ links }: TriggerChain): Partial<Record<LinkId, string[]>> =>
  Object.fromEntries(
    links
      .filter(({ findings }) => findings.length > 0)
      .map(({ id, findings }) => [id, findings.map(({ code }) => code)]),
  );

/** Where every finding about a trigger belongs, and what it makes of its link after a good push. */
const placesOfHealth: Record<Finding['code'], string> = {
  'source-missing': 'source broken',
  'source-not-ready': 'source broken',
  'sink-port': 'source broken',
  'listener-missing': 'listener broken',
  'listener-not-ready': 'listener broken',
  overload: 'listener warning',
  paused: 'filter paused',
  'changed-by-hand': 'filter unknown',
  'lane-changed': 'filter warning',
  'newer-builder': 'filter unknown',
  'lanes-missing': 'filter warning',
  'partly-active': 'filter warning',
  'edit-unfinished': 'filter warning',
  outdated: 'template ok',
  'template-missing': 'template broken',
  'account-missing': 'template broken',
  'pipeline-missing': 'pipeline broken',
  'params-missing': 'pipeline broken',
};

describe('the findings of a chain', () => {
  it.each(Object.entries(placesOfHealth))('%s: %s', (code, place) => {
    const finding = healthFindings[code as Finding['code']];
    const chain = aTriggerChain({ health: [finding], rows: rowsOf({ runs: [aRun()] }) });
    const [own, ...others] = chain.links.filter(({ findings }) => findings.length > 0);
    expect(`${own!.id} ${own!.state}`).toBe(place);
    expect(own!.findings).toEqual([finding]);
    expect(others).toEqual([]);
    expect(chain.broken).toBe(place.endsWith('broken') ? own : undefined);
  });

  it.each<[string, Partial<ChainInput>, Partial<Record<LinkId, string[]>>]>([
    ['an ImageStream that is gone', { stream: 'missing' }, { stream: ['stream-missing'] }],
    ['nothing of an ImageStream that cannot be read', { stream: 'unread' }, {}],
    [
      'imports that fail',
      { failingImports: [{ stream: { namespace: 'images', name: 'web' }, tags: ['v1'] }] },
      { stream: ['import-failing'] },
    ],
    [
      'nothing of imports into another ImageStream',
      { failingImports: [{ stream: { namespace: 'images', name: 'cart' }, tags: ['v1'] }] },
      {},
    ],
    [
      'nothing of imports of tags that the rule does not match',
      {
        trigger: aTrigger({ rule: { kind: 'glob', pattern: 'release-*' } }),
        failingImports: [{ stream: { namespace: 'images', name: 'web' }, tags: ['v1'] }],
      },
      {},
    ],
    [
      'an interceptor that is gone',
      { interceptor: 'missing' },
      { filter: ['interceptor-missing'] },
    ],
    ['nothing of an interceptor that cannot be read', { interceptor: 'unknown' }, {}],
    [
      'a rule that matches nothing',
      {
        rows: rowsOf({ of: aTrigger({ rule: { kind: 'glob', pattern: 'release-*' } }) }),
      },
      { filter: ['matches-nothing'] },
    ],
    [
      'a clock that is ahead',
      { rows: rowsOf({ runs: [runSentAt('2026-03-01T12:00:40Z')] }) },
      { source: ['clock-skew'] },
    ],
    [
      'a clock that is behind',
      { rows: rowsOf({ runs: [runSentAt('2026-03-01T11:59:20Z')] }) },
      { source: ['clock-skew'] },
    ],
    [
      'nothing of a clock that is right',
      { rows: rowsOf({ runs: [runSentAt('2026-03-01T12:00:01Z')] }) },
      {},
    ],
    [
      'a newest push that was missed',
      { rows: rowsOf({ pushes: [aPush(), olderPush] }) },
      { run: ['push-missed'] },
    ],
    [
      'a run that the API server refuses, before the push that has none',
      {
        rows: rowsOf({ pushes: [aPush(), olderPush] }),
        refusal: { code: 'forbidden', message: 'exceeded quota: runs' },
      },
      { template: ['run-refused'], run: ['push-missed'] },
    ],
    [
      'a newest push that is an alias',
      { rows: rowsOf({ pushes: [aPush({ aliases: ['latest'] })] }) },
      { run: ['push-alias'] },
    ],
    [
      'a newest push that was superseded',
      {
        rows: rowsOf({
          pushes: 'abcde'.split('').map((x) => aPush({ digest: aDigest(x), tags: [x] })),
        }),
      },
      { run: ['push-superseded'] },
    ],
  ])('names %s', (_, input, findings) => {
    expect(found(aTriggerChain(input))).toEqual(findings);
  });

  it('name what is not installed at the link that needs it', () => {
    const apis = {
      imageStreams: false,
      pipelines: false,
      triggers: false,
      sources: false,
      knativeOperator: false,
    };
    const unmet = unmetOf(
      prerequisitesOf({ apis, knativeEventing: 'missing', listenerRole: 'missing' }),
    );
    const places = unmet.map((prerequisite) => {
      const { link, state, fix } = placeOf({ code: 'not-installed', prerequisite });
      return `${prerequisite.id}: ${link} ${state} ${fix}`;
    });
    expect(places).toEqual([
      'image-streams: stream broken install',
      'pipelines: pipeline broken install',
      'triggers: listener broken install',
      'eventing: source broken install',
      'knative-eventing: source broken install',
      'listener-role: listener broken install',
    ]);
  });

  it('name the first broken link, whatever order they were found in', () => {
    const { 'pipeline-missing': pipeline, 'listener-missing': listener, overload } = healthFindings;
    const chain = aTriggerChain({ health: [pipeline, overload, listener] });
    expect(chain.broken?.id).toBe('listener');
    expect(chain.broken?.findings).toEqual([overload, listener]);
  });

  it('name nothing as broken that waits, is paused or only needs attention', () => {
    const { paused, overload, 'lanes-missing': lanes } = healthFindings;
    const chain = aTriggerChain({ health: [lanes, paused, overload] });
    expect(chain.broken).toBeUndefined();
    expect(linkStates(chain)).toBe('unknown unknown warning paused unknown unknown unknown');
  });
});
