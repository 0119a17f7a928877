import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { FieldHelp } from '../../../components/FieldHelp';
import type { DraftParam, DraftProblem, ParamSource } from '../../../domain/draft';
import { proposeKeys, proposeParam } from '../../../domain/param-proposal';
import type { StreamRef } from '../../../domain/push';
import { draftProblemText, proposalReasonText } from '../../../i18n/form-text';
import { paramOriginText } from '../../../i18n/take-over-text';
import { useT } from '../../../i18n/use-t';
import type { Translate } from '../../../i18n/use-t';
import type { ParamSpec } from '../../../k8s/pipeline';
import type { ChainStart } from '../use-chain-start';
import { ObjectKeyRows } from './ObjectKeyRows';
import { ParamInput } from './ParamInput';
import { ParamPreview } from './ParamPreview';
import type { PreviewPush } from './ParamPreview';

/** What the chain gives to a parameter; undefined where it says nothing of it. */
const originText = (t: Translate, start: ChainStart, param: DraftParam): string | undefined => {
  const origin = start.origins.get(param.name);
  const taken = start.draft.params.find(({ name }) => name === param.name);
  const isTaken = JSON.stringify(taken?.source) === JSON.stringify(param.source);
  return origin && paramOriginText(t, origin, isTaken);
};

export interface ParamRowsProps {
  readonly params: readonly DraftParam[];
  readonly specs: readonly ParamSpec[];
  /** Whose pushes it is about. */
  readonly stream: StreamRef | undefined;
  readonly preview: PreviewPush | undefined;
  readonly problems: readonly DraftProblem[];
  /** The chain that is taken over, where the Pipeline is still its own. */
  readonly start?: ChainStart;
  readonly onChange: (name: string, source: ParamSource) => void;
}

interface RowProps extends Omit<ParamRowsProps, 'params'> {
  readonly param: DraftParam;
}

const Row = ({ param, specs, stream, preview, problems, start, onChange }: RowProps) => {
  const t = useT();
  const { name, hasDefault, source } = param;
  const spec = specs.find((one) => one.name === name);
  const own = problems.filter((one) => 'param' in one).filter((one) => one.param === name);
  const problem = own.find(({ key }) => key === undefined);
  const text = problem && draftProblemText(t, problem);
  const helpId = `param-${name}-help`;
  const change = (next: ParamSource): void => onChange(name, next);
  return (
    <>
      <Tr>
        <Td dataLabel={t('Parameter')}>
          <strong>{name}</strong>
          <FieldHelp help={spec?.description} />
        </Td>
        <Td dataLabel={t('Value')}>
          <ParamInput
            param={param}
            stream={stream}
            helpId={helpId}
            problem={text}
            absent={{ label: t('Default of the Pipeline'), isDisabled: !hasDefault }}
            object={spec && { from: 'object', keys: proposeKeys(spec, stream) }}
            onChange={change}
          />
          <FieldHelp
            id={helpId}
            problem={text}
            help={
              spec && !start
                ? proposalReasonText[proposeParam(spec, specs, stream).reason]?.(t)
                : undefined
            }
          />
          {source.from === 'object' && hasDefault && (
            <FieldHelp help={t('Runs get nothing of the default: every key needs a value.')} />
          )}
          {start && <FieldHelp help={originText(t, start, param)} />}
        </Td>
        <Td dataLabel={t('With the latest push')} modifier="breakWord">
          <ParamPreview param={param} spec={spec} preview={preview} />
        </Td>
      </Tr>
      <ObjectKeyRows
        param={param}
        stream={stream}
        preview={preview}
        problems={own}
        onChange={change}
      />
    </>
  );
};

/**
 * One row for each parameter of the Pipeline, and for each key of an object: where its value comes
 * from, and what it would be.
 */
export const ParamRows = ({ params, ...props }: ParamRowsProps) => {
  const t = useT();
  return (
    <Table aria-label={t('Parameters of the Pipeline')} variant="compact" gridBreakPoint="grid-lg">
      <Thead>
        <Tr>
          <Th width={25}>{t('Parameter')}</Th>
          <Th width={35}>{t('Value')}</Th>
          <Th width={40}>{t('With the latest push')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {params.map((param) => (
          <Row key={param.name} param={param} {...props} />
        ))}
      </Tbody>
    </Table>
  );
};
