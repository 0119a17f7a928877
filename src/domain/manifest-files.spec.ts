import { execFileSync } from 'node:child_process';
import { triggerKind } from '../k8s/trigger';
import { aDraft } from '../testing/builders';
import { exportOfPlan } from './trigger-export';
import { kustomizeFiles, oneFile, shellCommand } from './manifest-files';
import { triggerPlan } from './plan';

const plan = triggerPlan(aDraft(), { activatedAt: '2026-03-01T10:00:00Z', version: '1.2.3' });
const { shared, own } = exportOfPlan(plan, []);
const manifests = [...shared, ...own].map(({ manifest }) => manifest);

test('a folder for Kustomize has a file an object, in the order of writing', () => {
  const [kustomization, ...files] = kustomizeFiles(manifests);
  expect(kustomization).toEqual({
    name: 'kustomization.yaml',
    content: {
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      sortOptions: { order: 'fifo' },
      resources: [
        '01-serviceaccount-image-triggers-listener.yaml',
        '02-role-image-triggers-listener.yaml',
        '03-rolebinding-image-triggers-listener.yaml',
        '04-serviceaccount-image-triggers-source.yaml',
        '05-triggerbinding-image-triggers.yaml',
        '06-networkpolicy-image-triggers.yaml',
        '07-eventlistener-image-triggers.yaml',
        '08-role-image-triggers-source-ci.yaml',
        '09-rolebinding-image-triggers-source-ci.yaml',
        '10-apiserversource-image-triggers-images.yaml',
        '11-triggertemplate-scan-web.yaml',
        '12-trigger-scan-web-4.yaml',
        '13-trigger-scan-web-3.yaml',
        '14-trigger-scan-web-2.yaml',
        '15-trigger-scan-web.yaml',
      ],
    },
  });
  expect(files.map(({ content }) => content)).toEqual(manifests);
});

/** What `oc` is given by a command in a shell: its arguments, then what comes in. */
const runInShell = (command: string): string =>
  execFileSync('sh', ['-c', `oc() { echo "oc $*"; case "$1" in apply) cat;; esac; }\n${command}`], {
    encoding: 'utf8',
  });

test.each([
  ['a line that would end it', 'a: |\n  x\nEOF\nrm: 1\n'],
  ['lines that would end any of them', 'EOF\nEOF_EOF\n'],
  ['what a shell would expand', 'run: "$(tt.params.run-name) `id` $HOME \\\\ \'"\n'],
  ['several documents', oneFile(['a: 1\n', 'b: 2\n'])],
])('a shell hands on %s as it is', (_, yaml) => {
  expect(runInShell(shellCommand(yaml, []))).toBe(`oc apply -f -\n${yaml}`);
});

test('what is no more is deleted after the rest is applied', () => {
  const gone = { kind: triggerKind, namespace: 'ci', name: 'scan-web-2' };
  expect(runInShell(shellCommand('a: 1\n', [gone]))).toBe(
    [
      'oc apply -f -',
      'a: 1',
      'oc delete triggers.triggers.tekton.dev scan-web-2 --namespace ci --ignore-not-found',
      '',
    ].join('\n'),
  );
});

test('documents are told apart', () => {
  expect(oneFile(['a: 1\n', 'b: 2\n'])).toBe('---\na: 1\n---\nb: 2\n');
});
