import { Td, Tr } from '@patternfly/react-table';
import { FieldHelp } from '../../../components/FieldHelp';
import type { DraftParam, ObjectKey, ParamSource } from '../../../domain/draft';
import { keyParam, keyRows } from '../../../domain/param-needs';
import type { KeyRow, ParamProblem } from '../../../domain/param-needs';
import type { StreamRef } from '../../../domain/push';
import { draftProblemText } from '../../../i18n/form-text';
import { useT } from '../../../i18n/use-t';
import { ParamInput } from './ParamInput';
import type { AbsentOption } from './ParamInput';
import { ParamPreview } from './ParamPreview';
import type { PreviewPush } from './ParamPreview';

/** The keys with this one filled from another source; without it, where that gives nothing. */
const withKey = (
  keys: readonly ObjectKey[],
  name: string,
  source: ParamSource,
): readonly ObjectKey[] => {
  const given = source.from === 'push' || source.from === 'literal' ? [{ name, source }] : [];
  return keys.some((key) => key.name === name)
    ? keys.flatMap((key) => (key.name === name ? given : [key]))
    : [...keys, ...given];
};

/** A row for each key of an object that is filled key by key. */
export const ObjectKeyRows = ({
  param,
  stream,
  preview,
  problems,
  onChange,
}: {
  readonly param: DraftParam;
  readonly stream: StreamRef | undefined;
  readonly preview: PreviewPush | undefined;
  /** Of this parameter. */
  readonly problems: readonly ParamProblem[];
  readonly onChange: (source: ParamSource) => void;
}) => {
  const t = useT();
  const { source } = param;
  if (source.from !== 'object') return null;
  /** A key that must be there has no such option, but for as long as nothing was chosen. */
  const absentOf = (row: KeyRow): AbsentOption | undefined => {
    if (!row.isDeclared) return { label: t('Left out'), isDisabled: false };
    return row.source ? undefined : { label: t('Choose a value'), isDisabled: true };
  };
  return keyRows(param).map((row) => {
    const key = keyParam(param.name, row);
    const problem = problems.find((one) => one.key === row.name);
    const text = problem && draftProblemText(t, problem);
    const helpId = `param-${key.name}-help`;
    return (
      <Tr key={row.name}>
        <Td dataLabel={t('Parameter')}>
          <span>
            {param.name}.<strong>{row.name}</strong>
          </span>
          {!row.isDeclared && <FieldHelp help={t('The Pipeline does not declare this key.')} />}
        </Td>
        <Td dataLabel={t('Value')}>
          <ParamInput
            param={key}
            stream={stream}
            helpId={helpId}
            problem={text}
            absent={absentOf(row)}
            onChange={(chosen) =>
              onChange({ from: 'object', keys: withKey(source.keys, row.name, chosen) })
            }
          />
          <FieldHelp id={helpId} problem={text} />
        </Td>
        <Td dataLabel={t('With the latest push')} modifier="breakWord">
          <ParamPreview param={key} preview={preview} />
        </Td>
      </Tr>
    );
  });
};
