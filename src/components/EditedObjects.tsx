import type { ReactNode } from 'react';
import { Content, Label } from '@patternfly/react-core';
import type { LabelProps } from '@patternfly/react-core';
import type { EditChange, EditedObject } from '../domain/edit-plan';
import { editChangeText } from '../i18n/edit-text';
import { refText } from '../i18n/resource-text';
import { useT } from '../i18n/use-t';
import { DifferenceList } from './DifferenceList';
import { ManifestBlock } from './ManifestBlock';
import { OpeningSection } from './OpeningSection';

const looks: Record<EditChange, Pick<LabelProps, 'status' | 'color' | 'variant'>> = {
  kept: { variant: 'outline' },
  changed: { status: 'info' },
  new: { color: 'blue' },
  removed: { status: 'warning' },
};

export interface EditedObjectsProps {
  readonly objects: readonly EditedObject[];
  /** What the new side of a difference is called. */
  readonly wanted: string;
  /** Why an object goes. */
  readonly removed: (object: EditedObject) => string;
  /** In place of what happens to an object: what has become of it; undefined while nothing has. */
  readonly labelOf?: (object: EditedObject) => ReactNode;
}

const Detail = ({
  object,
  wanted,
  removed,
}: Omit<EditedObjectsProps, 'objects'> & { readonly object: EditedObject }) => {
  const t = useT();
  const { change, differences, manifest } = object;
  if (change === 'kept') return <Content component="p">{t('Nothing of it changes.')}</Content>;
  if (change === 'removed') return <Content component="p">{removed(object)}</Content>;
  if (change === 'new') return manifest && <ManifestBlock manifest={manifest} />;
  return (
    <>
      {manifest && (
        <Content component="p">
          {t('This cannot be changed in place: the object is deleted and created again.')}
        </Content>
      )}
      <DifferenceList differences={differences} found={t('In the cluster')} wanted={wanted} />
    </>
  );
};

const OneObject = ({
  object,
  ...props
}: Omit<EditedObjectsProps, 'objects'> & { readonly object: EditedObject }) => {
  const t = useT();
  const { change } = object;
  const label = props.labelOf?.(object) ?? (
    <Label isCompact {...looks[change]}>
      {editChangeText[change](t)}
    </Label>
  );
  return (
    <OpeningSection
      title={
        <>
          {refText(t, object)} {label}
        </>
      }
    >
      {() => <Detail object={object} {...props} />}
    </OpeningSection>
  );
};

/** Objects, each with what becomes of it. */
export const EditedObjects = ({ objects, ...props }: EditedObjectsProps) =>
  objects.map((object) => (
    <OneObject
      key={`${object.kind.plural} ${object.namespace ?? ''}/${object.name}`}
      object={object}
      {...props}
    />
  ));
