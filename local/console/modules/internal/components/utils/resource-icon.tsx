import type { ResourceIconProps } from '@openshift-console/dynamic-plugin-sdk';
import type { FC } from 'react';
import { abbreviationOf } from '../../../../host/discovery';
import { useModel } from '../../../../host/use-model';

/** The SDK's ResourceIcon: the letters of a kind on its colour. By groupVersionKind only. */
export const ResourceIcon: FC<ResourceIconProps> = ({ className = '', groupVersionKind }) => {
  const model = useModel(groupVersionKind);
  if (groupVersionKind === undefined) return null;
  const { kind } = groupVersionKind;
  return (
    <>
      <span className="pf-v6-u-screen-reader">{kind}</span>
      <span
        className={`local-console-resource-icon ${className}`}
        data-kind={kind}
        title={kind}
        style={{ backgroundColor: model?.color }}
      >
        {model?.abbr ?? abbreviationOf(kind)}
      </span>
    </>
  );
};
