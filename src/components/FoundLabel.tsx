import { useT } from '../i18n/use-t';
import { ExplainedLabel } from './ExplainedLabel';

/** Says of a chain that it was found, and what that means. */
export const FoundLabel = () => {
  const t = useT();
  return (
    <ExplainedLabel title={t('Found, not managed')} look={{ variant: 'outline' }}>
      <p>
        {t(
          'Somebody else made this event source, listener and template. You see what they run; the menu of the row opens them, or has an image trigger take their place.',
        )}
      </p>
      <p>
        {t(
          'Pushes that they lose are not found, because nothing tells which pushes should have run.',
        )}
      </p>
    </ExplainedLabel>
  );
};
