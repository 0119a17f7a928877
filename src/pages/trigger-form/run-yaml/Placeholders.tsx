import {
  Button,
  Content,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Title,
} from '@patternfly/react-core';
import {
  hasField,
  pushFieldKeys,
  pushFields,
  pushFieldValue,
  templateParam,
} from '../../../domain/push-fields';
import { pushFieldText } from '../../../i18n/push-field-text';
import { useT } from '../../../i18n/use-t';
import type { PreviewPush } from '../pipeline/ParamPreview';

/** What stands for the fields of a push in the YAML of its run; pressed, it is inserted. */
export const Placeholders = ({
  preview,
  onInsert,
}: {
  readonly preview: PreviewPush | undefined;
  readonly onInsert: (placeholder: string) => void;
}) => {
  const t = useT();
  return (
    <>
      <Title headingLevel="h3" size="md">
        {t('Placeholders')}
      </Title>
      <Content component="p">
        {t('Each push fills them in. Press one to insert it where the caret is.')}
      </Content>
      <DescriptionList isCompact aria-label={t('Placeholders')}>
        {pushFieldKeys
          .filter((field) => hasField(preview?.push.stream, field))
          .map((field) => {
            const placeholder = templateParam(pushFields[field].param);
            return (
              <DescriptionListGroup key={field}>
                <DescriptionListTerm>
                  <Button
                    variant="link"
                    isInline
                    className="pf-v6-u-font-family-monospace"
                    aria-label={t('Insert {{placeholder}}', { placeholder })}
                    onClick={() => onInsert(placeholder)}
                  >
                    {placeholder}
                  </Button>
                </DescriptionListTerm>
                <DescriptionListDescription>
                  {pushFieldText[field](t)}
                  {preview && (
                    <Content component="small" className="pf-v6-u-text-truncate">
                      {pushFieldValue(field, preview.push, preview.tag)}
                    </Content>
                  )}
                </DescriptionListDescription>
              </DescriptionListGroup>
            );
          })}
      </DescriptionList>
    </>
  );
};
