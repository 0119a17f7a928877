import type { PipelineRun, WorkspaceBinding } from '../k8s/pipeline-run';
import { readWorkspaces, workspaceBinding, workspaceProblems, workspacesFor } from './workspace';
import type { DraftWorkspace, WorkspaceSource } from './workspace';

const aWorkspace = (
  source: WorkspaceSource,
  overrides: Partial<DraftWorkspace> = {},
): DraftWorkspace => ({ name: 'source', isOptional: false, source, ...overrides });

const aTemplate = (
  overrides: Partial<Extract<WorkspaceSource, { from: 'volumeClaimTemplate' }>> = {},
): WorkspaceSource => ({
  from: 'volumeClaimTemplate',
  size: '1Gi',
  accessMode: 'ReadWriteOnce',
  storageClass: '',
  ...overrides,
});

const claim = (name: string, subPath = ''): WorkspaceSource => ({
  from: 'persistentVolumeClaim',
  name,
  subPath,
});

const runWith = (...workspaces: WorkspaceBinding[]): PipelineRun => ({ spec: { workspaces } });

/** The one workspace that a run fills, beside a Pipeline that declares `source`. */
const readBack = (binding: object): DraftWorkspace | undefined =>
  readWorkspaces(runWith({ name: 'source', ...binding }), {
    spec: { workspaces: [{ name: 'source' }] },
  })[0];

describe('the binding of a workspace', () => {
  it.each<[WorkspaceSource, object]>([
    [{ from: 'emptyDir' }, { emptyDir: {} }],
    [{ from: 'secret', name: 'login' }, { secret: { secretName: 'login' } }],
    [{ from: 'configMap', name: 'rules' }, { configMap: { name: 'rules' } }],
    [claim('cache'), { persistentVolumeClaim: { claimName: 'cache' } }],
    [claim('cache', 'a/b'), { subPath: 'a/b', persistentVolumeClaim: { claimName: 'cache' } }],
    [
      aTemplate(),
      {
        volumeClaimTemplate: {
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
        },
      },
    ],
    [
      aTemplate({ size: '500Mi', accessMode: 'ReadWriteMany', storageClass: 'fast' }),
      {
        volumeClaimTemplate: {
          spec: {
            accessModes: ['ReadWriteMany'],
            resources: { requests: { storage: '500Mi' } },
            storageClassName: 'fast',
          },
        },
      },
    ],
  ])('of %j is %j, and is read back from it', (source, binding) => {
    expect(workspaceBinding(aWorkspace(source))).toEqual({ name: 'source', ...binding });
    // The API server gives the fields back in an order of its own.
    const reversed = Object.fromEntries(Object.entries(binding).reverse());
    expect(readBack(reversed)).toEqual(aWorkspace(source));
  });

  it('is none of a workspace that nothing fills', () => {
    expect(workspaceBinding(aWorkspace({ from: 'nothing' }))).toBeUndefined();
  });

  it.each<[string, object]>([
    ['a projected volume', { projected: { sources: [{ secret: { name: 'a' } }] } }],
    ['a volume of a driver', { csi: { driver: 'secrets-store.csi.k8s.io' } }],
    ['a limit of an empty directory', { emptyDir: { sizeLimit: '1Gi' } }],
    ['chosen keys of a Secret', { secret: { secretName: 'a', items: [{ key: 'b', path: 'c' }] } }],
    ['a claim for reading', { persistentVolumeClaim: { claimName: 'a', readOnly: true } }],
    ['a folder of an empty directory', { emptyDir: {}, subPath: 'a' }],
    ['labels of a new claim', { volumeClaimTemplate: { metadata: { labels: { a: 'b' } } } }],
    [
      'two access modes',
      {
        volumeClaimTemplate: {
          spec: {
            accessModes: ['ReadWriteOnce', 'ReadWriteMany'],
            resources: { requests: { storage: '1Gi' } },
          },
        },
      },
    ],
    [
      'another access mode',
      {
        volumeClaimTemplate: {
          spec: { accessModes: ['ReadOnlyMany'], resources: { requests: { storage: '1Gi' } } },
        },
      },
    ],
    ['a name that Tekton fills in', { secret: { secretName: '$(params.login)' } }],
    ['two volumes', { emptyDir: {}, secret: { secretName: 'a' } }],
    ['no volume', {}],
  ])('with %s is kept as it is', (_, binding) => {
    const workspace = readBack(binding);
    const kept = { name: 'source', ...binding };
    expect(workspace).toEqual(aWorkspace({ from: 'kept' }, { kept }));
    expect(workspace && workspaceBinding(workspace)).toEqual(kept);
    expect(workspace && workspaceProblems(workspace)).toEqual([]);
  });
});

describe('readWorkspaces', () => {
  it('has a row for what the Pipeline declares, and for what it does not', () => {
    const pipeline = { spec: { workspaces: [{ name: 'new' }, { name: 'notes', optional: true }] } };
    expect(readWorkspaces(runWith({ name: 'gone', emptyDir: {} }), pipeline)).toEqual([
      { name: 'new', isOptional: false, source: { from: 'nothing' } },
      { name: 'notes', isOptional: true, source: { from: 'nothing' } },
      { name: 'gone', isOptional: true, source: { from: 'emptyDir' } },
    ]);
  });

  it('has those that the template fills where nobody knows the Pipeline', () => {
    expect(readWorkspaces(runWith({ name: 'a', emptyDir: {} }), undefined)).toHaveLength(1);
    expect(readWorkspaces({}, undefined)).toEqual([]);
  });
});

describe('workspacesFor', () => {
  it('keeps what fills a workspace, whatever the Pipeline has become', () => {
    const pipeline = { spec: { workspaces: [{ name: 'added' }, { name: 'source' }] } };
    const before = [
      aWorkspace({ from: 'emptyDir' }, { isOptional: true }),
      aWorkspace(claim('cache'), { name: 'gone' }),
      aWorkspace({ from: 'nothing' }, { name: 'gone-and-empty' }),
    ];
    expect(workspacesFor(pipeline, before)).toEqual([
      { name: 'added', isOptional: false, source: { from: 'nothing' } },
      aWorkspace({ from: 'emptyDir' }),
      aWorkspace(claim('cache'), { name: 'gone', isOptional: true }),
    ]);
  });
});

describe('workspaceProblems', () => {
  it.each<[WorkspaceSource, string[]]>([
    [{ from: 'nothing' }, ['workspace-missing']],
    [{ from: 'emptyDir' }, []],
    [{ from: 'secret', name: '' }, ['workspace-object-missing']],
    [{ from: 'configMap', name: 'Rules' }, ['workspace-object-illegal']],
    [{ from: 'configMap', name: 'kube-root-ca.crt' }, []],
    [claim('', '..'), ['workspace-object-missing', 'workspace-path']],
    [claim('a', 'a/b..c'), []],
    [claim('a', '/a'), ['workspace-path']],
    [claim('a', 'a/../b'), ['workspace-path']],
    [claim('a', '$(context.pipelineRun.name)'), ['workspace-path']],
    [aTemplate(), []],
    [aTemplate({ size: '' }), ['workspace-size']],
    [aTemplate({ size: '0' }), ['workspace-size']],
    [aTemplate({ size: '1 Gi' }), ['workspace-size']],
    [aTemplate({ size: '-1Gi', storageClass: 'Fast' }), ['workspace-size', 'workspace-class']],
  ])('finds in %j: %j', (source, codes) => {
    expect(workspaceProblems(aWorkspace(source))).toEqual(
      codes.map((code) => ({ code, workspace: 'source' })),
    );
  });

  it('lets an optional workspace be filled with nothing', () => {
    expect(workspaceProblems(aWorkspace({ from: 'nothing' }, { isOptional: true }))).toEqual([]);
  });
});
