import { Label, Stack, StackItem, Title } from '@patternfly/react-core';
import type { LabelProps } from '@patternfly/react-core';
import { ManifestBlock } from '../../../components/ManifestBlock';
import { OpeningSection } from '../../../components/OpeningSection';
import type { ApplyState } from '../../../domain/apply/transaction';
import type { PlannedResource } from '../../../domain/plan';
import { resourceKey } from '../../../domain/relay';
import { applyStateText } from '../../../i18n/problem-text';
import { resourceText } from '../../../i18n/resource-text';
import { useT } from '../../../i18n/use-t';

const looks: Record<ApplyState, Pick<LabelProps, 'status' | 'color' | 'variant'>> = {
  pending: { variant: 'outline' },
  checked: { color: 'blue', variant: 'outline' },
  kept: { color: 'grey' },
  created: { color: 'blue' },
  active: { status: 'success' },
  failed: { status: 'danger' },
  removed: { color: 'grey', variant: 'outline' },
  'left-over': { status: 'warning' },
};

const OneResource = ({
  resource,
  state,
}: {
  readonly resource: PlannedResource;
  readonly state: ApplyState;
}) => {
  const t = useT();
  return (
    <OpeningSection
      title={
        <>
          {resourceText(t, resource)}{' '}
          <Label isCompact {...looks[state]}>
            {applyStateText[state](t)}
          </Label>
        </>
      }
    >
      {() => <ManifestBlock manifest={resource.manifest} />}
    </OpeningSection>
  );
};

interface ObjectListProps {
  readonly plan: readonly PlannedResource[];
  /** One for each object of the plan. */
  readonly states: readonly ApplyState[];
}

/** The objects of a plan, each with its YAML and how far it is. */
export const ObjectList = ({ plan, states }: ObjectListProps) =>
  plan.map((resource, index) => (
    <OneResource
      key={resourceKey(resource)}
      resource={resource}
      state={states[index] ?? 'pending'}
    />
  ));

/** Some objects of a plan under a title. */
export const PlannedResources = ({
  title,
  plan,
  states,
  includes,
}: ObjectListProps & {
  readonly title: string;
  readonly includes: (resource: PlannedResource) => boolean;
}) => {
  const some = plan.flatMap((resource, index) =>
    includes(resource) ? [{ resource, state: states[index] ?? 'pending' }] : [],
  );
  return (
    <Stack hasGutter>
      <StackItem>
        <Title headingLevel="h3" size="md">
          {title}
        </Title>
      </StackItem>
      <StackItem>
        <ObjectList
          plan={some.map(({ resource }) => resource)}
          states={some.map(({ state }) => state)}
        />
      </StackItem>
    </Stack>
  );
};
