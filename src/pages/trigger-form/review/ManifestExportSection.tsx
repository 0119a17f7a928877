import { useState } from 'react';
import {
  Button,
  Checkbox,
  Content,
  ExpandableSection,
  Flex,
  FlexItem,
  List,
  ListItem,
  Stack,
  StackItem,
  Title,
} from '@patternfly/react-core';
import { CopyIcon, DownloadIcon } from '@patternfly/react-icons';
import { Announcement } from '../../../components/Announcement';
import type { ResourceRef } from '../../../domain/cluster-verbs';
import { exportLimitText } from '../../../i18n/export-text';
import type { ExportLimit } from '../../../i18n/export-text';
import { refText } from '../../../i18n/resource-text';
import { useT } from '../../../i18n/use-t';
import type { ManifestExport } from './use-manifest-export';

const Limits = ({ limits }: { readonly limits: readonly ExportLimit[] }) => {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <ExpandableSection
      isExpanded={open}
      onToggle={(_, next) => setOpen(next)}
      toggleText={t('What to know before they are applied')}
    >
      <List>
        {limits.map((limit) => (
          <ListItem key={limit}>{exportLimitText[limit](t)}</ListItem>
        ))}
      </List>
    </ExpandableSection>
  );
};

const Removed = ({ refs }: { readonly refs: readonly ResourceRef[] }) => {
  const t = useT();
  return (
    <Content component="p">
      {t('To be deleted, because the new tag rule needs them no more: {{objects}}.', {
        objects: refs.map((ref) => refText(t, ref)).join(', '),
      })}
    </Content>
  );
};

/** The ways in which the manifests of a trigger leave the page, and what they cannot do. */
export const ManifestExportSection = ({
  manifests,
  limits,
}: {
  readonly manifests: ManifestExport;
  readonly limits: readonly ExportLimit[];
}) => {
  const t = useT();
  const { exported, withShared, setWithShared, saveFile, saveFolder, copyCommand, copying } =
    manifests;
  const copied = copying === 'copied' ? t('Copied') : t('The browser refused to copy it.');
  return (
    <Stack hasGutter>
      <StackItem>
        <Title headingLevel="h2" size="lg">
          {t('Manifests to apply elsewhere')}
        </Title>
        <Content component="p">
          {t(
            'For a Git repository, or for somebody who may apply them: the whole trigger as it will be, in the order in which it is written.',
          )}
        </Content>
      </StackItem>
      <StackItem>
        <Checkbox
          id="export-shared"
          label={t('With the event source and listener')}
          description={t(
            'All triggers of the project share these {{count}} objects: keep them in one source only.',
            { count: exported.shared.length },
          )}
          isChecked={withShared}
          onChange={(_, checked) => setWithShared(checked)}
        />
      </StackItem>
      {exported.removed.length > 0 && (
        <StackItem>
          <Removed refs={exported.removed} />
        </StackItem>
      )}
      <StackItem>
        <Flex gap={{ default: 'gapSm' }}>
          <FlexItem>
            <Button variant="secondary" icon={<DownloadIcon />} onClick={saveFile}>
              {t('Download as one file')}
            </Button>
          </FlexItem>
          <FlexItem>
            <Button variant="secondary" icon={<DownloadIcon />} onClick={saveFolder}>
              {t('Download as Kustomize folder')}
            </Button>
          </FlexItem>
          <FlexItem>
            <Button variant="secondary" icon={<CopyIcon />} onClick={copyCommand}>
              {t('Copy as oc command')}
            </Button>
          </FlexItem>
          {copying && <FlexItem>{copied}</FlexItem>}
        </Flex>
        <Announcement text={copying ? copied : ''} />
      </StackItem>
      <StackItem>
        <Limits limits={limits} />
      </StackItem>
    </Stack>
  );
};
