import { Alert, Label, List, ListItem, Stack, StackItem, Title } from '@patternfly/react-core';
import type { LabelProps } from '@patternfly/react-core';
import { EditedObjects } from '../../components/EditedObjects';
import { GitOpsNotice } from '../../components/GitOpsNotice';
import type { RepairState } from '../../domain/apply/repair-trigger';
import type { EditedObject } from '../../domain/edit-plan';
import { gitOpsGroups } from '../../domain/gitops';
import { repairedObjects } from '../../domain/repair';
import type { HeldObject, RepairPlan } from '../../domain/repair';
import { heldText, repairStateText } from '../../i18n/repair-text';
import { refText } from '../../i18n/resource-text';
import { useT } from '../../i18n/use-t';
import { apiServerSourceKind } from '../../k8s/api-server-source';
import { eventListenerKind } from '../../k8s/event-listener';
import { podKind } from '../../k8s/pod';

const looks: Record<RepairState, Pick<LabelProps, 'status' | 'color' | 'variant'>> = {
  pending: { variant: 'outline' },
  checked: { color: 'blue', variant: 'outline' },
  created: { status: 'success' },
  changed: { status: 'success' },
  removed: { status: 'success' },
  failed: { status: 'danger' },
};

const StateLabel = ({ state }: { readonly state: RepairState }) => {
  const t = useT();
  return (
    <Label isCompact {...looks[state]}>
      {repairStateText[state](t)}
    </Label>
  );
};

const HeldObjects = ({ held }: { readonly held: readonly HeldObject[] }) => {
  const t = useT();
  return (
    <Alert
      component="h3"
      isInline
      variant="warning"
      title={t('{{count}} objects are not repaired', { count: held.length })}
    >
      <List>
        {held.map(({ object, reason }) => (
          <ListItem key={`${object.kind.plural} ${object.name}`}>
            {refText(t, object)}: {heldText(t, reason)}
          </ListItem>
        ))}
      </List>
    </Alert>
  );
};

const Section = ({
  title,
  help,
  objects,
  states,
}: {
  readonly title: string;
  readonly help?: string;
  readonly objects: readonly EditedObject[];
  readonly states: ReadonlyMap<EditedObject, RepairState>;
}) => {
  const t = useT();
  if (objects.length === 0) return null;
  return (
    <StackItem>
      <Title headingLevel="h2" size="md">
        {title}
      </Title>
      {help !== undefined && <p>{help}</p>}
      <EditedObjects
        objects={objects}
        wanted={t('As this version builds it')}
        removed={({ kind }) =>
          kind === podKind
            ? t('It has the token of an account that is gone. A new pod takes its place.')
            : t('This version of the plugin would not create the object.')
        }
        labelOf={(object) => {
          const state = states.get(object);
          return state && <StateLabel state={state} />;
        }}
      />
    </StackItem>
  );
};

const isRestarted = ({ kind }: EditedObject): boolean =>
  kind === apiServerSourceKind || kind === eventListenerKind || kind === podKind;

/** What a repair writes: what triggers share, then the trigger's own objects, and what it leaves. */
export const RepairPlanView = ({
  plan,
  states,
  triggers,
}: {
  readonly plan: RepairPlan;
  /** In the order of `repairedObjects`; empty until it is written. */
  readonly states: readonly RepairState[];
  /** How many image triggers the project has; undefined where nobody can tell. */
  readonly triggers: number | undefined;
}) => {
  const t = useT();
  const objects = repairedObjects(plan);
  const stateOf = new Map(
    objects.flatMap((object, index): [EditedObject, RepairState][] => {
      const state = states[index];
      return state ? [[object, state]] : [];
    }),
  );
  const shared = objects.filter((object) => plan.shared.includes(object));
  const own = objects.filter((object) => plan.own.objects.includes(object));
  const [account] = plan.runs;
  const managed = gitOpsGroups(
    objects.flatMap(({ kind, found }) => (found ? [{ kind, object: found }] : [])),
  );
  return (
    <Stack hasGutter>
      {managed.length > 0 && (
        <StackItem>
          <GitOpsNotice groups={managed} deed="repair" />
        </StackItem>
      )}
      {plan.held.length > 0 && (
        <StackItem>
          <HeldObjects held={plan.held} />
        </StackItem>
      )}
      <Section
        title={t('For the PipelineRuns of this image trigger')}
        objects={plan.runs}
        states={stateOf}
        help={
          account &&
          t(
            'ServiceAccount {{account}} is created again, without the secrets that were linked to the old one. It has the rights that RoleBindings still give to its name. Every image trigger that names it can run again.',
            { account: account.name },
          )
        }
      />
      <Section
        title={t('Of this image trigger')}
        objects={own}
        states={stateOf}
        help={
          plan.own.earlier &&
          t('Temporary Triggers do the work while filters change: no push is lost or run twice.')
        }
      />
      <Section
        title={
          triggers === undefined
            ? t('Shared by the image triggers of project {{project}}', {
                project: plan.trigger.namespace,
              })
            : t('Used by {{count}} image triggers of project {{project}}', {
                count: triggers,
                project: plan.trigger.namespace,
              })
        }
        help={
          shared.some(isRestarted)
            ? t(
                'The event source or the listener may start anew: pushes of these seconds may be missed. The history finds them.',
              )
            : undefined
        }
        objects={shared}
        states={stateOf}
      />
    </Stack>
  );
};
