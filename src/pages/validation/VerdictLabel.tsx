import { ClipboardCopy, Content } from '@patternfly/react-core';
import { ExplainedLabel } from '../../components/ExplainedLabel';
import { verdictLooks } from '../../components/verdict-looks';
import { KindLink } from '../../components/KindLink';
import { TriggerLink } from '../../components/TriggerLink';
import type { CurrentImage, Validation } from '../../domain/validation';
import { useT } from '../../i18n/use-t';
import { statementText, verdictText } from '../../i18n/validation-text';
import { pipelineRunKind } from '../../k8s/pipeline-run';

/** What a Pipeline says of an image; a click shows the evidence, to be copied. */
export const VerdictLabel = ({
  image,
  validation,
}: {
  readonly image: CurrentImage;
  readonly validation: Validation;
}) => {
  const t = useT();
  const { trigger, verdict, evidence } = validation;
  const { run } = evidence;
  return (
    <ExplainedLabel title={verdictText[verdict](t)} look={verdictLooks[verdict]}>
      <ClipboardCopy
        variant="inline-compact"
        isBlock
        hoverTip={t('Copy the statement')}
        clickTip={t('Copied')}
        copyAriaLabel={t('Copy the statement')}
      >
        {statementText(t, image, validation)}
      </ClipboardCopy>
      {run && (
        <Content component="p">
          <KindLink kind={pipelineRunKind} namespace={run.namespace} name={run.name} />
        </Content>
      )}
      <Content component="p">
        {t('Image trigger')}: <TriggerLink trigger={trigger} />
      </Content>
    </ExplainedLabel>
  );
};
