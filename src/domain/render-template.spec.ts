import { renderTemplate } from './render-template';
import type { TemplateValue } from './render-template';

const resource = (text: string) => ({ metadata: { name: text } });

const nameOfRendered = (
  text: string,
  values: readonly TemplateValue[],
  params?: { name: string; default?: string }[],
): unknown => {
  const rendered = renderTemplate(resource(text), params, { values, uid: 'u-1' });
  const parsed = JSON.parse(rendered) as ReturnType<typeof resource>;
  return parsed.metadata.name;
};

describe('renderTemplate', () => {
  it.each([
    ['replaces a parameter wherever it is', 'a-$(tt.params.tag)-$(tt.params.tag)', 'a-v1-v1'],
    ['replaces it behind a dollar, too', '$$(tt.params.tag)', '$v1'],
    ['leaves the variables of Tekton', '$(params.tag) $(tt.params.none)', undefined],
    ['replaces the uid', '$(uid)', 'u-1'],
  ])('%s', (_, text, expected = text) => {
    expect(nameOfRendered(text, [{ name: 'tag', value: 'v1' }])).toBe(expected);
  });

  it.each(['a "b"', `it's`, 'a\\nb', 'a\nb', '\u2028', '🦭', '$&', '$1'])('keeps %j', (value) => {
    expect(nameOfRendered('<$(tt.params.tag)>', [{ name: 'tag', value }])).toBe(`<${value}>`);
  });

  it('keeps Tekton from taking a value for one of its variables', () => {
    const value = '$(context.pipelineRun.name)';
    expect(nameOfRendered('$(tt.params.tag)', [{ name: 'tag', value }])).toBe(`$${value}`);
  });

  it('takes a default where nothing else gives a value, as the JSON text that it is', () => {
    const params = [
      { name: 'a', default: '\\"x\\"' },
      { name: 'b', default: 'y' },
    ];
    const text = '$(tt.params.a)$(tt.params.b)';
    expect(nameOfRendered(text, [{ name: 'b', value: '"z"' }], params)).toBe('"x""z"');
  });
});
