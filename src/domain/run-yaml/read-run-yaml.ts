import type { Pipeline } from '../../k8s/pipeline';
import type { PipelineRun } from '../../k8s/pipeline-run';
import { differencesOf } from '../differences';
import type { TriggerDraft } from '../draft';
import { readRun } from '../read-draft';
import { metadataParts } from '../run-metadata';
import { draftRun } from './draft-run';
import { parseYaml } from './parse';
import type { ParsedText } from './parse';
import type { FaultAt, RunYamlProblem } from './problem';
import {
  kindFault,
  markFault,
  ownedFault,
  pipelineFault,
  placeholdersFault,
  twiceFault,
  withoutOwnMarks,
} from './run-faults';
import { isRun, runShapeFault } from './shape';
import { storableText } from './storable';

/** What of a draft its run says. */
export type RunPart = ReturnType<typeof readRun> & Pick<TriggerDraft, 'pipeline' | 'kept'>;

/** What a text says: a part of the draft, or what is wrong with it. */
export type ReadText = {
  /** As it may be kept over a reload; undefined where it may not. */
  readonly storable: string | undefined;
} & ({ readonly run: RunPart } | { readonly problem: RunYamlProblem });

/** What a draft is read among. */
export interface TextSurroundings {
  /** The draft before: what it keeps, and does not change, is not judged again. */
  readonly draft: TriggerDraft;
  /** Of the project, by its name; undefined where there is none. */
  readonly pipelineNamed: (name: string) => Pipeline | undefined;
}

const faultOf = (run: PipelineRun, draft: TriggerDraft): FaultAt | undefined =>
  twiceFault(run) ??
  ownedFault(run, draft) ??
  markFault(withoutOwnMarks(run, draft), draft) ??
  placeholdersFault(withoutOwnMarks(run, draft), draft);

const partOf = (run: PipelineRun, { draft, pipelineNamed }: TextSurroundings): RunPart => {
  const { namespace, name, stream = { namespace: '', name: '' } } = draft;
  const pipeline = run.spec?.pipelineRef?.name ?? '';
  const owner = { namespace, name, stream };
  return { kept: undefined, ...readRun(owner, run, pipelineNamed(pipeline)), pipeline };
};

const byName = <T extends { readonly name: string }>(
  rows: readonly T[] = [],
): Readonly<Record<string, T>> => Object.fromEntries(rows.map((row) => [row.name, row]));

/** What two runs say, whatever the order of their rows, and whether or not they name what is empty. */
const contentOf = ({ metadata, spec }: PipelineRun): object => ({
  metadata: Object.fromEntries(metadataParts.map((part) => [part, metadata?.[part] ?? {}])),
  spec: { ...spec, params: byName(spec?.params), workspaces: byName(spec?.workspaces) },
});

/** Where the run that is built from a text is not what the text says. */
const lostIn = (run: PipelineRun, draft: TriggerDraft): FaultAt | undefined => {
  const [said, built] = [run, draftRun(draft)].map(contentOf);
  const [difference] = differencesOf(said, built, () => false);
  const path = difference?.path.split('/').slice(1) ?? [];
  return difference && { code: 'not-held', path: path.map((key) => key.replace(/~1/g, '/')) };
};

const readValue = (
  value: unknown,
  surroundings: TextSurroundings,
): { readonly run: RunPart } | { readonly fault: FaultAt } => {
  const { draft } = surroundings;
  const early = kindFault(value) ?? runShapeFault(value) ?? pipelineFault(value);
  if (early) return { fault: early };
  // What has no fault has the shape: this only tells the compiler.
  if (!isRun(value)) return { fault: { code: 'not-held', path: [] } };
  const fault = faultOf(value, draft);
  if (fault) return { fault };
  const said = withoutOwnMarks(value, draft);
  const run = partOf(said, surroundings);
  const lost = lostIn(said, { ...draft, ...run });
  return lost ? { fault: lost } : { run };
};

const readParsed = (
  { value, problem, at }: ParsedText,
  surroundings: TextSurroundings,
): { readonly run: RunPart } | { readonly problem: RunYamlProblem } => {
  if (problem) return { problem };
  const read = readValue(value, surroundings);
  return 'run' in read ? read : { problem: at(read.fault) };
};

/**
 * Reads the text of a run into its part of the draft. What it says is what is built of it again, or
 * there is a problem: nothing gets lost in silence.
 */
export const readRunYaml = (text: string, surroundings: TextSurroundings): ReadText => {
  const parsed = parseYaml(text);
  if ('code' in parsed) return { storable: undefined, problem: parsed };
  return { storable: storableText(text, parsed), ...readParsed(parsed, surroundings) };
};
