import type { MetadataProblem } from '../run-metadata';

/** Where something of a text is, as `spec.params[0].value` names it. */
export type FieldPath = readonly (string | number)[];

/** Why a text is not the run of a draft. */
export type RunFault =
  | { readonly code: 'yaml-long'; readonly most: number }
  /** What the parser says of it. */
  | { readonly code: 'yaml-syntax'; readonly message: string }
  | { readonly code: 'yaml-several' | 'yaml-endless' }
  /** An alias of what is nowhere. */
  | { readonly code: 'yaml-anchor'; readonly name: string }
  /** A value without quotes that is none of a manifest, or one thing to YAML 1.1 and another to 1.2. */
  | { readonly code: 'yaml-bare'; readonly text: string }
  | { readonly code: 'no-run'; readonly found: string }
  | { readonly code: 'field-missing' | 'not-an-object' | 'not-a-list' | 'not-a-value' }
  | { readonly code: 'not-a-text'; readonly value: string }
  | { readonly code: 'field-unknown'; readonly known: readonly string[] }
  | { readonly code: 'named-twice'; readonly name: string }
  | { readonly code: 'pipeline-inline' | 'pipeline-elsewhere' | 'pipeline-unnamed' }
  /** The plugin sets it. */
  | { readonly code: 'owned' }
  | { readonly code: 'mark'; readonly problem: MetadataProblem['code'] }
  /** A placeholder as the fields of the form have it. */
  | { readonly code: 'placeholder-of-form'; readonly text: string; readonly wanted: string }
  | { readonly code: 'placeholder-unknown'; readonly text: string }
  /** It reads as something, and would not be built again as it stands. */
  | { readonly code: 'not-held' };

/** A fault at a place of the parsed text. */
export type FaultAt = RunFault & { readonly path: FieldPath };

/** A fault with its place: line and column count from 1. */
export type RunYamlProblem = FaultAt & { readonly line: number; readonly column: number };
