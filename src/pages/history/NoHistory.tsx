import { CreateTriggerButton } from '../../components/CreateTriggerButton';
import { EmptyResult } from '../../components/EmptyResult';
import { useMay } from '../../cluster/use-access';
import type { AllHistory } from '../../cluster/use-all-history';
import { useT } from '../../i18n/use-t';
import { triggerKind } from '../../k8s/trigger';
import { ownersOf } from './history-filters';

/** In place of rows: why there are none, and what to do about it. */
export const NoHistory = ({
  history,
  namespace,
}: {
  readonly history: AllHistory;
  readonly namespace: string | undefined;
}) => {
  const t = useT();
  const mayCreate = useMay({ kind: triggerKind, verb: 'create', namespace });
  if (history.rows.length + history.found.rows.length > 0)
    return (
      <EmptyResult
        isFiltered
        title={t('No pushes match')}
        body={t('Change or clear the filters, or show pushes that needed no run.')}
      />
    );
  return ownersOf(history).length > 0 ? (
    <EmptyResult
      title={t('No pushes yet')}
      body={t('Push an image to a bound ImageStream: it appears here at once, with its run.')}
    />
  ) : (
    <EmptyResult
      title={t('No image triggers')}
      body={t('Bind an ImageStream to a Pipeline to see every push and what came of it.')}
    >
      <CreateTriggerButton
        namespace={namespace}
        allowed={namespace === undefined ? undefined : mayCreate}
      />
    </EmptyResult>
  );
};
