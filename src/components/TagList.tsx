import { Label, LabelGroup } from '@patternfly/react-core';
import { useT } from '../i18n/use-t';

/** Of every cluster (openshift/cluster-image-registry-operator); no tag has a slash. */
const internalRegistry = /^image-registry\.openshift-image-registry\.svc:5000\//;

/** Tags of an ImageStream, or repositories, the first few of many. */
export const TagList = ({
  tags,
  most = 3,
}: {
  readonly tags: readonly string[];
  readonly most?: number;
}) => {
  const t = useT();
  if (tags.length === 0) return <>{t('None')}</>;
  return (
    <LabelGroup
      numLabels={most}
      aria-label={t('Tags')}
      collapsedText={t('{{count}} more', { count: tags.length - most })}
      expandedText={t('Show less')}
      isCompact
    >
      {tags.map((tag) => (
        <Label key={tag} isCompact variant="outline">
          {tag.replace(internalRegistry, '')}
        </Label>
      ))}
    </LabelGroup>
  );
};
