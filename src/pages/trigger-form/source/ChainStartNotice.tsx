import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Alert, Button, Content, FormGroup, List, ListItem } from '@patternfly/react-core';
import { OpeningSection } from '../../../components/OpeningSection';
import { streamKey } from '../../../domain/push';
import type { StreamRef } from '../../../domain/push';
import { leftOutText } from '../../../i18n/take-over-text';
import { useT } from '../../../i18n/use-t';
import type { ChainStart } from '../use-chain-start';

/** So many are offered at once; the field has all. */
const mostRecent = 5;

/** The ImageStreams that the chain has run for, each to be chosen at once. */
export const RecentStreams = ({
  recent,
  onChoose,
}: {
  readonly recent: ChainStart['recent'];
  readonly onChoose: (stream: StreamRef) => void;
}) => {
  const t = useT();
  if (recent.length === 0)
    return (
      <Content component="p">
        {t('No run of the chain that is left tells of which ImageStream its image is.')}
      </Content>
    );
  return (
    <FormGroup
      role="group"
      fieldId="recent-streams"
      label={t('The chain has run images of these last')}
    >
      <List isPlain>
        {recent.slice(0, mostRecent).map(({ stream, at }) => (
          <ListItem key={streamKey(stream)}>
            <Button variant="link" isInline onClick={() => onChoose(stream)}>
              {t('Choose {{stream}}', { stream: streamKey(stream) })}
            </Button>
            {', '}
            <Timestamp timestamp={at} simple />
          </ListItem>
        ))}
      </List>
    </FormGroup>
  );
};

/** What it means to take over a chain, and what of it no trigger has. */
export const ChainStartNotice = ({ start }: { readonly start: ChainStart }) => {
  const t = useT();
  const { chain, leftOut, unread } = start;
  const isOfImages = chain.scopes.some(({ of }) => of === 'images');
  return (
    <Alert
      component="h3"
      isInline
      variant="info"
      title={t('The trigger takes the place of chain {{name}}', { name: chain.name })}
    >
      <Content component="p">
        {isOfImages
          ? t(
              'The chain watches Images, which belong to no ImageStream: it runs for every image that is new to the cluster. A trigger runs for the pushes to one ImageStream, so choose which.',
            )
          : t(
              'The chain runs for every ImageStream that its event source watches. A trigger runs for the pushes to one, so choose which.',
            )}
      </Content>
      <Content component="p">
        {t(
          'The chain stays as it is until you remove it, and until then a push runs twice: by the chain and by the trigger. The page of the trigger leads through the rest.',
        )}
      </Content>
      {unread.map(({ kind, problem }) => (
        <p key={kind.plural}>
          {t('{{kinds}} cannot be read, so values are missing: {{message}}', {
            kinds: kind.labelPlural,
            message: problem.message,
          })}
        </p>
      ))}
      <OpeningSection title={t('What is not taken over ({{count}})', { count: leftOut.length })}>
        {() => (
          <List>
            {leftOut.map((left) => (
              <ListItem key={JSON.stringify(left)}>{leftOutText(t, left)}</ListItem>
            ))}
          </List>
        )}
      </OpeningSection>
    </Alert>
  );
};
