import { useMemo } from 'react';
import { ProblemAlert } from '../../../components/ProblemState';
import { LoadingState } from '../../../components/LoadingState';
import type { ManyDrafts } from '../../../domain/many-drafts';
import { newestFirst, pushesOf } from '../../../domain/push';
import type { Push } from '../../../domain/push';
import type { StreamChoice } from '../../../domain/stream-choice';
import { draftProblemText } from '../../../i18n/form-text';
import { useT } from '../../../i18n/use-t';
import { ManyStreamFields, UnreadableProjects } from './ManyStreamFields';
import { MatchedStreams } from './MatchedStreams';
import { PolicyField } from './PolicyField';
import { TagRuleFields } from './TagRuleFields';
import { WouldHaveRun } from './WouldHaveRun';
import type { StreamStepProps } from './stream-step-props';
import { unreadableText } from './stream-texts';

/** More pushes than these are not judged: it would be felt at each key. */
const mostJudged = 20_000;

/** What is on record of the ImageStreams that get a trigger, newest first. */
const pushesOfMany = ({ matched }: ManyDrafts): readonly Push[] => {
  const pushes = matched
    .filter(({ isWanted, boundBy }) => isWanted && boundBy.length === 0)
    .flatMap(({ stream }) => pushesOf(stream));
  return pushes.length > mostJudged ? [] : pushes.sort(newestFirst);
};

/** The rest of the first step where the form makes many triggers. */
export const ManyStreamsPart = ({
  state: { draft, streamNamespace },
  dispatch,
  choice,
  made,
  streams,
  stream,
  unreadable,
  problems,
}: StreamStepProps & { readonly choice: StreamChoice; readonly made: ManyDrafts }) => {
  const t = useT();
  const pushes = useMemo(() => pushesOfMany(made), [made]);
  const ruleProblem = problems.find(({ code }) => code === 'rule');
  const change = (next: StreamChoice): void => dispatch({ type: 'many', choice: next });
  return (
    <>
      <ManyStreamFields choice={choice} made={made} onChange={change} />
      <TagRuleFields
        scope="streams"
        rule={draft.rule}
        example={stream}
        problem={ruleProblem && draftProblemText(t, ruleProblem)}
        onChange={(rule) => dispatch({ type: 'rule', rule })}
      />
      {streams.state === 'loading' && <LoadingState />}
      {streams.state === 'failed' && (
        <ProblemAlert title={unreadableText(t, streamNamespace)} problem={streams.problem} />
      )}
      {streams.state === 'loaded' && (
        <>
          <UnreadableProjects projects={unreadable} />
          <PolicyField
            policy={draft.policy}
            now={undefined}
            onChange={(policy) => dispatch({ type: 'policy', policy })}
          />
          <MatchedStreams choice={choice} made={made} rule={draft.rule} onChange={change} />
          {!ruleProblem && (
            <WouldHaveRun pushes={pushes} rule={draft.rule} policy={draft.policy} scope="streams" />
          )}
        </>
      )}
    </>
  );
};
