import { Flex, FlexItem, List, ListItem } from '@patternfly/react-core';
import { HealthLabel } from '../../components/HealthLabel';
import { KindLink } from '../../components/KindLink';
import { StreamLink } from '../../components/StreamLink';
import { TriggerLink } from '../../components/TriggerLink';
import type { Health } from '../../domain/health';
import { triggerKey } from '../../domain/image-trigger';
import type { ImageTrigger } from '../../domain/image-trigger';
import { tagRuleText } from '../../i18n/form-text';
import { useT } from '../../i18n/use-t';
import { pipelineKind } from '../../k8s/pipeline';

/** What a trigger binds, but for the end that its reader looks at. */
export type OtherEnd = 'stream' | 'pipeline';

const End = ({ trigger, end }: { readonly trigger: ImageTrigger; readonly end: OtherEnd }) => {
  const { namespace, binding, pipeline } = trigger;
  if (end === 'stream') return binding && <StreamLink stream={binding.stream} />;
  return (
    pipeline !== undefined && <KindLink kind={pipelineKind} namespace={namespace} name={pipeline} />
  );
};

/** Image triggers in a line each: what they answer to, the other end, and how they are. */
export const BoundTriggers = ({
  triggers,
  end,
  healthOf,
}: {
  readonly triggers: readonly ImageTrigger[];
  readonly end: OtherEnd;
  readonly healthOf: (trigger: ImageTrigger) => Health | undefined;
}) => {
  const t = useT();
  return (
    <List isPlain aria-label={t('Image triggers')}>
      {triggers.map((trigger) => {
        const health = healthOf(trigger);
        return (
          <ListItem key={triggerKey(trigger)}>
            <Flex columnGap={{ default: 'columnGapMd' }}>
              <FlexItem>
                <TriggerLink trigger={trigger} />
              </FlexItem>
              <FlexItem>
                {t('Tags: {{rule}}', {
                  rule: trigger.binding
                    ? tagRuleText(t, trigger.binding.rule, trigger.binding.stream)
                    : t('Changed by hand'),
                })}
              </FlexItem>
              <FlexItem>
                <End trigger={trigger} end={end} />
              </FlexItem>
              {health && (
                <FlexItem>
                  <HealthLabel health={health} />
                </FlexItem>
              )}
            </Flex>
          </ListItem>
        );
      })}
    </List>
  );
};
