import { parseFieldSelector, parseLabelSelector } from './selectors';

const labels = { app: 'web', tier: 'front', 'example.com/team': 'red' };

test.each([
  ['', true],
  ['app=web', true],
  ['app==web', true],
  ['app=api', false],
  ['app!=api', true],
  ['missing!=api', true],
  ['app in (api, web)', true],
  ['app in (api)', false],
  ['app notin (api)', true],
  ['missing notin (api)', true],
  ['app notin (web),tier=front', false],
  ['app in (web,api),tier=front,example.com/team', true],
  ['example.com/team=red,!missing', true],
  ['missing', false],
  ['!app', false],
  ['app=', false],
])('label selector %j selects: %s', (selector, selected) => {
  expect(parseLabelSelector(selector)(labels)).toBe(selected);
});

test.each(['app=web=x', 'app in web', 'a b', ',app'])('%j is no label selector', (selector) => {
  expect(() => parseLabelSelector(selector)).toThrow('unable to parse requirement');
});

test.each([
  ['', {}],
  ['metadata.name=a', { name: 'a' }],
  ['metadata.name==a,metadata.namespace=b', { name: 'a', namespace: 'b' }],
])('field selector %j', (selector, fields) => {
  expect(parseFieldSelector(selector)).toEqual(fields);
});

test.each(['status.phase=Running', 'metadata.name!=a'])('field selector %j is refused', (text) => {
  expect(() => parseFieldSelector(text)).toThrow('field label not supported');
});
