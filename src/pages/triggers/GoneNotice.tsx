import { RefusalAlert } from '../../components/Refusal';
import { useT } from '../../i18n/use-t';

/** In a dialog about a trigger that somebody else has deleted: there is nothing left to do. */
export const GoneNotice = () => {
  const t = useT();
  return (
    <RefusalAlert variant="warning" title={t('This image trigger was deleted meanwhile')}>
      {t('Somebody else deleted it while this dialog was open. Its PipelineRuns stay.')}
    </RefusalAlert>
  );
};
