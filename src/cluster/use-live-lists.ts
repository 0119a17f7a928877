import { useEffect } from 'react';
import { useSelector, useStore } from 'react-redux';
import { protocolsIn } from './impersonation';
import { LiveLists } from './live/live-lists';
import { consoleSource } from './live/list-source';

/** A console has one store; another impersonated user sees other lists. */
const listsByStore = new WeakMap<object, Map<string, LiveLists>>();

const listsOf = (store: object, protocols: string): LiveLists => {
  const byProtocols = listsByStore.get(store) ?? new Map<string, LiveLists>();
  listsByStore.set(store, byProtocols);
  const known = byProtocols.get(protocols);
  if (known) return known;
  const subprotocols = protocols.split(' ').filter((protocol) => protocol !== '');
  const lists = new LiveLists((query) => consoleSource(query, subprotocols));
  byProtocols.set(protocols, lists);
  return lists;
};

/** The lists that all pages of the console share. They try again when the browser is back. */
export const useLiveLists = (): LiveLists => {
  const lists = listsOf(useStore(), useSelector(protocolsIn));
  useEffect(() => {
    const retry = (): void => {
      if (!document.hidden) lists.retryNow();
    };
    window.addEventListener('online', retry);
    document.addEventListener('visibilitychange', retry);
    return () => {
      window.removeEventListener('online', retry);
      document.removeEventListener('visibilitychange', retry);
    };
  }, [lists]);
  return lists;
};
