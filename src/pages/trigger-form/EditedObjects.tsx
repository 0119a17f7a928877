import { useState } from 'react';
import { Content, ExpandableSection, Label } from '@patternfly/react-core';
import type { LabelProps } from '@patternfly/react-core';
import { DifferenceList } from '../../components/DifferenceList';
import { ManifestBlock } from '../../components/ManifestBlock';
import type { EditChange, EditedObject } from '../../domain/edit-plan';
import { editChangeText } from '../../i18n/edit-text';
import { refText } from '../../i18n/resource-text';
import { useT } from '../../i18n/use-t';

const looks: Record<EditChange, Pick<LabelProps, 'status' | 'color' | 'variant'>> = {
  kept: { variant: 'outline' },
  changed: { status: 'info' },
  new: { color: 'blue' },
  removed: { status: 'warning' },
};

const OneObject = ({ object }: { readonly object: EditedObject }) => {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { change, differences, manifest } = object;
  return (
    <ExpandableSection
      isExpanded={open}
      onToggle={(_, next) => setOpen(next)}
      toggleContent={
        <>
          {refText(t, object)}{' '}
          <Label isCompact {...looks[change]}>
            {editChangeText[change](t)}
          </Label>
        </>
      }
    >
      {open && change === 'changed' && (
        <DifferenceList
          differences={differences}
          found={t('In the cluster')}
          wanted={t('After this edit')}
        />
      )}
      {open && manifest && <ManifestBlock manifest={manifest} />}
      {open && change === 'kept' && <Content component="p">{t('Nothing of it changes.')}</Content>}
      {open && change === 'removed' && (
        <Content component="p">{t('The new tag rule needs fewer Triggers.')}</Content>
      )}
    </ExpandableSection>
  );
};

/** The objects of a trigger, each with what an edit makes of it. */
export const EditedObjects = ({ objects }: { readonly objects: readonly EditedObject[] }) =>
  objects.map((object) => (
    <OneObject key={`${object.kind.plural} ${object.name}`} object={object} />
  ));
