import { Alert, List, ListItem, Stack, StackItem, Title } from '@patternfly/react-core';
import type { ReadOldParts } from '../../cluster/use-old-parts';
import { streamKey } from '../../domain/push';
import type { OldPart } from '../../domain/take-over/old-parts';
import type { RecentStream } from '../../domain/take-over/recent-streams';
import { refOfPart } from '../../domain/take-over/remove-old-parts';
import { refText } from '../../i18n/resource-text';
import { stayReasonText } from '../../i18n/take-over-text';
import { useT } from '../../i18n/use-t';
import type { Translate } from '../../i18n/use-t';
import { serviceAccountKind } from '../../k8s/service-account';

const keyOf = (part: OldPart): string => {
  const { kind, namespace = '', name } = refOfPart(part);
  return `${kind.plural} ${namespace}/${name}`;
};

const goingText = (t: Translate, part: OldPart): string => {
  const object = refText(t, refOfPart(part));
  return part.deed === 'delete' ? object : t('Of {{object}}: the entry of the chain', { object });
};

const Going = ({ going }: Pick<ReadOldParts, 'going'>) => {
  const t = useT();
  return (
    <>
      <Title headingLevel="h2" size="md">
        {t('This goes, in this order')}
      </Title>
      <List component="ol">
        {going.map((part) => (
          <ListItem key={keyOf(part)}>{goingText(t, part)}</ListItem>
        ))}
      </List>
    </>
  );
};

const Staying = ({
  staying,
  accounts,
  pipeline,
}: Pick<ReadOldParts, 'staying' | 'accounts'> & { readonly pipeline: string | undefined }) => {
  const t = useT();
  return (
    <>
      <Title headingLevel="h2" size="md">
        {t('This stays')}
      </Title>
      <List>
        {staying.map(({ ref, why }) => (
          <ListItem key={`${ref.kind.plural} ${ref.namespace ?? ''}/${ref.name}`}>
            {refText(t, ref)}: {stayReasonText[why](t)}
          </ListItem>
        ))}
        <ListItem>
          {t('Pipeline {{name}} and its Tasks: the trigger runs them.', { name: pipeline ?? '' })}
        </ListItem>
        {accounts.map(({ namespace, name }) => (
          <ListItem key={`${namespace}/${name}`}>
            {t('{{account}}, its roles and role bindings: others may use them.', {
              account: refText(t, { kind: serviceAccountKind, namespace, name }),
            })}
          </ListItem>
        ))}
        <ListItem>
          {t(
            'All PipelineRuns. The history lists those of the chain no more, for it finds them by it.',
          )}
        </ListItem>
      </List>
    </>
  );
};

export interface OldPartsViewProps {
  readonly parts: ReadOldParts;
  /** That the trigger runs. */
  readonly pipeline: string | undefined;
  /** ImageStreams whose pushes run nothing without the chain. */
  readonly alone: readonly RecentStream[];
}

/** Exactly what goes of a chain and what stays, and what no more runs. */
export const OldPartsView = ({ parts, pipeline, alone }: OldPartsViewProps) => {
  const t = useT();
  return (
    <Stack hasGutter>
      {alone.length > 0 && (
        <StackItem>
          <Alert
            component="h2"
            isInline
            variant="warning"
            title={t('Pushes to other ImageStreams run nothing any more')}
          >
            <p>
              {t(
                'The chain has run images of these, and no image trigger runs its Pipeline for them:',
              )}
            </p>
            <List>
              {alone.map(({ stream }) => (
                <ListItem key={streamKey(stream)}>{streamKey(stream)}</ListItem>
              ))}
            </List>
          </Alert>
        </StackItem>
      )}
      <StackItem>
        <Going going={parts.going} />
      </StackItem>
      <StackItem>
        <Staying {...parts} pipeline={pipeline} />
      </StackItem>
      {!parts.complete && (
        <StackItem>
          <Alert
            component="h2"
            isInline
            isPlain
            variant="info"
            title={t('Only this project was looked at for what else needs these parts')}
          >
            {t('You may not list the objects of all projects.')}
          </Alert>
        </StackItem>
      )}
    </Stack>
  );
};
