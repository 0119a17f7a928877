import type { RecordsQuery } from '../../k8s/results-record';
import { recordsReader } from './records';

const query: RecordsQuery = {
  parent: 'ci',
  type: 'tekton.dev/v1.PipelineRun',
  pageSize: 5,
  pageToken: '',
};

/** Answers the plugin's web server, and whatever else is asked; and what was asked, without queries. */
const answeredBy = (...proxies: readonly (() => Response)[]): string[] => {
  const answers = [...proxies];
  const asked: string[] = [];
  jest.spyOn(window, 'fetch').mockImplementation((input) => {
    const [path = ''] = (input instanceof Request ? input.url : input.toString()).split('?');
    asked.push(path);
    const answer = path.endsWith('/proxies.json') ? answers.shift() : () => Response.json({});
    return answer ? Promise.resolve(answer()) : Promise.reject(new Error(`${path} once more`));
  });
  return asked;
};

const proxiesPath = '/api/plugins/image-triggers-plugin/proxies.json';

const recordsAnswer = '/api/proxy/plugin/image-triggers-plugin/tekton-results/';

afterEach(() => jest.restoreAllMocks());

it.each([
  ['has none', () => Response.json([])],
  ['has others', () => Response.json(['cluster-proxy'])],
  ['is of somebody who says nothing about it', () => new Response('no', { status: 404 })],
  ['says what makes no sense', () => Response.json({ proxies: true })],
])('asks no proxy where the ConsolePlugin %s', async (_, answer) => {
  const asked = answeredBy(answer);
  await expect(recordsReader()(query)).rejects.toMatchObject({ state: 'absent' });
  expect(asked).toEqual([proxiesPath]);
});

it('asks the proxy to Tekton Results where there is one, and for proxies only once', async () => {
  const asked = answeredBy(() => Response.json(['tekton-results']));
  const read = recordsReader();
  await expect(read(query)).resolves.toMatchObject({ objects: [], next: '' });
  await expect(read(query)).resolves.toMatchObject({ objects: [], next: '' });
  expect(asked).toHaveLength(3);
  expect(asked[0]).toBe(proxiesPath);
  expect(asked.slice(1).every((path) => path.startsWith(recordsAnswer))).toBe(true);
});

it('asks for proxies again where they could not be told', async () => {
  const asked = answeredBy(
    () => new Response('broken', { status: 500 }),
    () => Response.json(['tekton-results']),
  );
  const read = recordsReader();
  await expect(read(query)).rejects.toMatchObject({ state: 'failed' });
  await expect(read(query)).resolves.toMatchObject({ objects: [] });
  expect(asked).toHaveLength(3);
});
