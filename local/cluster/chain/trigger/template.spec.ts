import { parseResource, renderTemplate } from './template';

const template = (value: string) => ({
  apiVersion: 'tekton.dev/v1',
  kind: 'PipelineRun',
  metadata: { name: '$(tt.params.name)', labels: { own: '$(tt.params.name)' } },
  spec: { value },
});

const origin = { eventListener: 'el', trigger: 'lane', eventId: 'e1' };

const render = (value: string, params: Record<string, string>) => {
  const list = Object.entries({ name: 'web-1', ...params }).map(([name, text]) => ({
    name,
    value: text,
  }));
  return parseResource(renderTemplate(template(value), list, 'u-1'), origin);
};

describe('a resource template', () => {
  it('gets its params in every string and the labels of its origin', () => {
    expect(render('a $(tt.params.x) $(tt.params.x)', { x: 'y' })).toEqual({
      ...template('a y y'),
      metadata: {
        name: 'web-1',
        labels: {
          own: 'web-1',
          'triggers.tekton.dev/eventlistener': 'el',
          'triggers.tekton.dev/trigger': 'lane',
          'triggers.tekton.dev/triggers-eventid': 'e1',
        },
      },
    });
  });

  it.each([
    ['$(tt.params.x)', { x: 'say \\"hi\\"' }, 'say "hi"'],
    ['$(tt.params.x)', { x: '$(params.secret)' }, '$$(params.secret)'],
    ['$(tt.params.x)', { x: '$(tt.params.y)', y: 'again' }, '$again'],
    ['$(tt.params.absent)', {}, '$(tt.params.absent)'],
    ['$(params.kept) $(uid)', {}, '$(params.kept) u-1'],
    ['$(tt.params.x)', { x: "$& $1 $'" }, "$& $1 $'"],
  ])('%s with %j', (text, params, expected) => {
    expect(render(text, params)).toMatchObject({ spec: { value: expected } });
  });

  it('refuses values that break its JSON', () => {
    expect(() => render('$(tt.params.x)', { x: '{"a":1}' })).toThrow("couldn't unmarshal json");
  });
});
