import { useEffect, useState } from 'react';
import { Content, Skeleton, Stack, StackItem } from '@patternfly/react-core';
import { useT } from '../i18n/use-t';

const slowSeconds = 5;

/** Stands for rows that are on their way; after a while it says that the server is slow. */
export const LoadingState = () => {
  const t = useT();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowSeconds * 1000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Stack hasGutter role="status">
      {['100%', '92%', '96%', '88%'].map((width, index) => (
        <StackItem key={width}>
          <Skeleton width={width} screenreaderText={index === 0 ? t('Loading') : undefined} />
        </StackItem>
      ))}
      {slow && (
        <StackItem>
          <Content component="small">
            {t('Still waiting for the API server. The page fills as soon as it answers.')}
          </Content>
        </StackItem>
      )}
    </Stack>
  );
};
