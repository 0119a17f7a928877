import type { UnreadableProject } from '../../../domain/attention';
import type { DraftProblem } from '../../../domain/draft';
import type { ManyDrafts } from '../../../domain/many-drafts';
import type { Naming } from '../../../domain/run-policy';
import type { Watched } from '../../../domain/watched';
import type { ImageStream } from '../../../k8s/image-stream';
import type { FormAction, FormState } from '../form-state';
import type { ChainStart } from '../use-chain-start';

/** What the first step of the form is about. */
export interface StreamStepProps {
  readonly state: FormState;
  readonly dispatch: (action: FormAction) => void;
  readonly projects: Watched<string[]>;
  readonly streams: Watched<readonly ImageStream[]>;
  /** Projects whose ImageStreams are none of these, for they cannot be read. */
  readonly unreadable: readonly UnreadableProject[];
  /** What comes of the choice of many; undefined for one. */
  readonly made: ManyDrafts | undefined;
  /** The one that is chosen, as soon as it is known, or an example of many. */
  readonly stream: ImageStream | undefined;
  /** Whether the ImageStream that is chosen does not exist. */
  readonly isGone: boolean;
  readonly problems: readonly DraftProblem[];
  /** Whether the ImageStream stays: only its tags can be chosen. */
  readonly isFixed: boolean;
  /** How the runs of the trigger that is edited are named. */
  readonly naming: Naming | undefined;
  /** The chain that is taken over. */
  readonly start?: ChainStart;
}
