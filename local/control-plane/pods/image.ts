import { pathOf, programOfImage } from '../build/programs';

/** What is in a container of an image: files of this machine, and what it runs. */
export interface LocalImage {
  /** Files and folders of this machine, by their paths in the container. */
  readonly files: Readonly<Record<string, string>>;
  /** What runs where the pod names no command; found in the container's `/bin`. */
  readonly command: readonly [string, ...string[]];
}

/** By the names that pods call them. */
export type LocalImages = ReadonlyMap<string, LocalImage>;

const program = 'program';

/** An image that is one program, as Tekton's and Knative's are; undefined where none is built. */
const imageOfProgram = (name: string): LocalImage | undefined => {
  const built = programOfImage(name);
  return built && { files: { [`/bin/${program}`]: pathOf(built) }, command: [program] };
};

/** What an image's name stands for; undefined where its pods have to wait. */
export const imageOf = (name: string, others: LocalImages): LocalImage | undefined =>
  others.get(name) ?? imageOfProgram(name);
