import fc from 'fast-check';
import { claimAccessModes, workspaceProblems } from '../../../src/domain/workspace';
import type { DraftWorkspace, WorkspaceSource } from '../../../src/domain/workspace';

/** Names of objects, up to the longest, with dots or without. */
const objectNames = fc.oneof(
  fc.stringMatching(
    /^[a-z0-9]([-a-z0-9]{0,20}[a-z0-9])?(\.[a-z0-9]([-a-z0-9]{0,20}[a-z0-9])?){0,2}$/,
  ),
  fc.constantFrom('a', '0', 'a'.repeat(63), `${'a'.repeat(63)}.`.repeat(3) + 'a'.repeat(61)),
);

/** Folders of a volume; legal ones and others, which the form does not let through. */
const paths = fc.oneof(
  fc.constantFrom('', 'a', 'a/b', '.', './a', '...', 'ü "x"', '..', '/a', 'a/../b', '$(x)'),
  fc.string({ maxLength: 8 }),
);

const sizes = fc.oneof(
  fc.constantFrom('1Gi', '500Mi', '1', '0.5Gi', '1e3', '0', '', 'big', '-1Gi', '1.5Ti', '1E'),
  fc
    .tuple(fc.integer({ min: 1, max: 4096 }), fc.constantFrom('Ki', 'Mi', 'Gi', 'k', 'M', 'G'))
    .map(([number, suffix]) => `${number}${suffix}`),
);

const sources: fc.Arbitrary<WorkspaceSource> = fc.oneof(
  fc.constantFrom<WorkspaceSource>({ from: 'nothing' }, { from: 'emptyDir' }),
  fc
    .tuple(fc.constantFrom('secret' as const, 'configMap' as const), objectNames)
    .map(([from, name]) => ({ from, name })),
  fc.record({
    from: fc.constant('persistentVolumeClaim' as const),
    name: objectNames,
    subPath: paths,
  }),
  fc.record({
    from: fc.constant('volumeClaimTemplate' as const),
    size: sizes,
    accessMode: fc.constantFrom(...claimAccessModes),
    storageClass: fc.oneof(fc.constant(''), objectNames),
  }),
);

/** Rows of workspaces that the form lets through, with whatever the API takes as their names. */
export const workspaces: fc.Arbitrary<DraftWorkspace[]> = fc.uniqueArray(
  fc
    .record({
      name: fc.stringMatching(/^[a-zA-Z0-9][-_a-zA-Z0-9. ]{0,20}$/),
      isOptional: fc.boolean(),
      source: sources,
    })
    .filter((workspace) => workspaceProblems(workspace).length === 0),
  { maxLength: 3, selector: ({ name }) => name },
);
