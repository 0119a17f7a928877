import { useSelector, useStore } from 'react-redux';
import { protocolsIn } from '../impersonation';
import { Archives } from './archives';
import { recordsReader } from './records';

/** A console has one store; another impersonated user may read other records. */
const archivesByStore = new WeakMap<object, Map<string, Archives>>();

/** What is read of Tekton Results, shared by all pages of the console. */
export const useArchives = (): Archives => {
  const store = useStore();
  const protocols = useSelector(protocolsIn);
  const byProtocols = archivesByStore.get(store) ?? new Map<string, Archives>();
  archivesByStore.set(store, byProtocols);
  const archives = byProtocols.get(protocols) ?? new Archives(recordsReader());
  byProtocols.set(protocols, archives);
  return archives;
};
