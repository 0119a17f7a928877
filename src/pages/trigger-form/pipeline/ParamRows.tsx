import { FormSelect, FormSelectOption, TextArea, TextInput } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { FieldHelp } from '../../../components/FieldHelp';
import type { DraftParam, DraftProblem, ParamSource } from '../../../domain/draft';
import { proposeParam } from '../../../domain/param-proposal';
import { previewValue } from '../../../domain/param-value';
import type { Push } from '../../../domain/push';
import { parsePushField, pushFieldKeys } from '../../../domain/push-fields';
import { draftProblemText, proposalReasonText } from '../../../i18n/form-text';
import { pushFieldText } from '../../../i18n/push-field-text';
import { paramOriginText } from '../../../i18n/take-over-text';
import { useT } from '../../../i18n/use-t';
import type { Translate } from '../../../i18n/use-t';
import type { ParamSpec, ParamValue } from '../../../k8s/pipeline';
import type { ChainStart } from '../use-chain-start';

/** The push whose values are previewed, and the tag by which it comes. */
export interface PreviewPush {
  readonly push: Push;
  readonly tag: string;
}

const valueText = (value: ParamValue): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

const keyOf = (source: ParamSource): string =>
  source.from === 'push' ? source.field : source.from;

/** The source that an option of the list stands for; a text is kept when it comes back. */
const sourceOf = (key: string, before: ParamSource): ParamSource => {
  if (key === 'default' || key === 'kept') return { from: key };
  const field = parsePushField(key);
  if (field) return { from: 'push', field };
  return before.from === 'literal' ? before : { from: 'literal', value: '' };
};

/** What the chain gives to a parameter; undefined where it says nothing of it. */
const originText = (t: Translate, start: ChainStart, param: DraftParam): string | undefined => {
  const origin = start.origins.get(param.name);
  const taken = start.draft.params.find(({ name }) => name === param.name);
  const isTaken = JSON.stringify(taken?.source) === JSON.stringify(param.source);
  return origin && paramOriginText(t, origin, isTaken);
};

const helpId = ({ name }: DraftParam): string => `param-${name}-help`;

const SourceSelect = ({
  param,
  onChange,
}: {
  readonly param: DraftParam;
  readonly onChange: (source: ParamSource) => void;
}) => {
  const t = useT();
  return (
    <FormSelect
      id={`param-${param.name}`}
      aria-label={t('Value of {{name}}', { name: param.name })}
      value={keyOf(param.source)}
      onChange={(_, key) => onChange(sourceOf(key, param.source))}
    >
      {param.type !== 'object' &&
        pushFieldKeys.map((field) => (
          <FormSelectOption key={field} value={field} label={pushFieldText[field](t)} />
        ))}
      <FormSelectOption value="literal" label={t('Text')} isDisabled={param.type === 'object'} />
      <FormSelectOption
        value="default"
        label={t('Default of the Pipeline')}
        isDisabled={!param.hasDefault}
      />
      {param.kept !== undefined && <FormSelectOption value="kept" label={t('Kept as it is')} />}
    </FormSelect>
  );
};

const LiteralInput = ({
  param,
  problem,
  onChange,
}: {
  readonly param: DraftParam;
  readonly problem?: string;
  readonly onChange: (source: ParamSource) => void;
}) => {
  const t = useT();
  if (param.source.from !== 'literal' || param.type === 'object') return null;
  const common = {
    'aria-label': t('Text for {{name}}', { name: param.name }),
    'aria-describedby': helpId(param),
    value: param.source.value,
    validated: problem === undefined ? ('default' as const) : ('error' as const),
  };
  const change = (value: string): void => onChange({ from: 'literal', value });
  return param.type === 'array' ? (
    <>
      <TextArea {...common} resizeOrientation="vertical" onChange={(_, value) => change(value)} />
      <FieldHelp help={t('One item a line.')} />
    </>
  ) : (
    <TextInput {...common} onChange={(_, value) => change(value)} />
  );
};

const Preview = ({
  param,
  spec,
  preview,
}: {
  readonly param: DraftParam;
  readonly spec?: ParamSpec;
  readonly preview?: PreviewPush;
}) => {
  const t = useT();
  if (param.source.from === 'default')
    return spec?.default === undefined ? null : <code>{valueText(spec.default)}</code>;
  if (param.source.from === 'push' && !preview) return <>{t('Known with the first push')}</>;
  const value = param.source.from === 'kept' ? param.kept : preview && previewValue(param, preview);
  return value === undefined ? null : <code>{valueText(value)}</code>;
};

export interface ParamRowsProps {
  readonly params: readonly DraftParam[];
  readonly specs: readonly ParamSpec[];
  readonly preview: PreviewPush | undefined;
  readonly problems: readonly DraftProblem[];
  /** The chain that is taken over, where the Pipeline is still its own. */
  readonly start?: ChainStart;
  readonly onChange: (name: string, source: ParamSource) => void;
}

/** One row for each parameter of the Pipeline: where its value comes from, and what it would be. */
export const ParamRows = (props: ParamRowsProps) => {
  const { params, specs, preview, problems, start, onChange } = props;
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
        {params.map((param) => {
          const spec = specs.find(({ name }) => name === param.name);
          const problem = problems.find((one) => 'param' in one && one.param === param.name);
          const text = problem && draftProblemText(t, problem);
          const change = (source: ParamSource): void => onChange(param.name, source);
          return (
            <Tr key={param.name}>
              <Td dataLabel={t('Parameter')}>
                <strong>{param.name}</strong>
                <FieldHelp help={spec?.description} />
              </Td>
              <Td dataLabel={t('Value')}>
                <SourceSelect param={param} onChange={change} />
                <LiteralInput param={param} problem={text} onChange={change} />
                <FieldHelp
                  id={helpId(param)}
                  problem={text}
                  help={
                    spec && !start
                      ? proposalReasonText[proposeParam(spec, specs).reason]?.(t)
                      : undefined
                  }
                />
                {start && <FieldHelp help={originText(t, start, param)} />}
              </Td>
              <Td dataLabel={t('With the latest push')} modifier="breakWord">
                <Preview param={param} spec={spec} preview={preview} />
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
};
