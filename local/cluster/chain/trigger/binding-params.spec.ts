import { canonicalHeaders } from '../header';
import { resolveParams } from './binding-params';

const event = {
  body: { metadata: { name: 'web' }, note: '$(tt.params.other)', quoted: 'say "hi"' },
  header: canonicalHeaders({ 'ce-id': 'e1' }),
  extensions: { push: { image: 'sha256:a' }, 'run-name': 'web-1' },
  eventId: 'listener-id',
};

const resolve = (value: string, defaults: { name: string; default?: string }[] = []) =>
  resolveParams([{ name: 'p', value }], defaults, event).find(({ name }) => name === 'p')?.value;

describe('the params of a trigger', () => {
  it.each([
    ['plain', 'plain'],
    ['$(body.metadata.name)', 'web'],
    ['$(header.Ce-Id)', 'e1'],
    ['$(header.ce-id)', 'e1'],
    ['$(extensions.push.image)', 'sha256:a'],
    ['$(extensions.run-name)', 'web-1'],
    ['$(context.eventID)', 'listener-id'],
    ['$(body.metadata.name):$(extensions.push.image)', 'web:sha256:a'],
    ['$(body.metadata)', '{"name":"web"}'],
    ['$(body.quoted)', 'say \\"hi\\"'],
    ['$(body.note)', '$(tt.params.other)'],
    ['open $(body.metadata.name', 'open $(body.metadata.name'],
  ])('%s is %s', (value, resolved) => {
    expect(resolve(value)).toBe(resolved);
  });

  it('fall back to the default of the template where a path is missing', () => {
    expect(resolve('$(body.absent)', [{ name: 'p', default: 'd' }])).toBe('d');
  });

  it('fail where a path is missing and no default is there', () => {
    expect(() => resolve('$(body.absent)', [{ name: 'p' }])).toThrow(
      'failed to replace JSONPath value for param p: $(body.absent): absent is not found',
    );
  });

  it('hold the defaults of params that no binding sets', () => {
    expect(resolveParams([], [{ name: 'd', default: 'x' }, { name: 'none' }], event)).toEqual([
      { name: 'd', value: 'x' },
    ]);
  });
});
