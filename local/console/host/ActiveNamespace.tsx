import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useReducer,
  type FC,
  type PropsWithChildren,
} from 'react';
import { useLocation, useNavigate } from 'react-router';
import { allNamespaces, namespaceOfPath, pathInNamespace } from './namespace-route';

type ActiveNamespace = [namespace: string, setNamespace: (namespace: string) => void];

const lastNamespaceKey = 'local-console.lastNamespace';

const NamespaceContext = createContext<ActiveNamespace>([
  allNamespaces,
  () => {
    throw new Error('There is no active namespace outside an ActiveNamespaceProvider.');
  },
]);

/** The namespace of the project bar, and how to change it: behind the SDK's useActiveNamespace. */
export const useNamespaceContext = (): ActiveNamespace => useContext(NamespaceContext);

const withoutPage = (search: string): string => {
  const params = new URLSearchParams(search);
  params.delete('page');
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
};

/**
 * Follows the namespace of the path, and remembers it for paths that name none. Choosing another one
 * leads to the same list there (console-app detect-namespace/namespace.ts).
 */
export const ActiveNamespaceProvider: FC<PropsWithChildren> = ({ children }) => {
  const { pathname, search, hash } = useLocation();
  const navigate = useNavigate();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const fromPath = namespaceOfPath(pathname);
  const active = fromPath ?? localStorage.getItem(lastNamespaceKey) ?? allNamespaces;

  useEffect(() => {
    if (fromPath !== undefined) localStorage.setItem(lastNamespaceKey, fromPath);
  }, [fromPath]);

  const setActive = useCallback(
    (namespace: string) => {
      localStorage.setItem(lastNamespaceKey, namespace);
      redraw();
      const path = pathInNamespace(pathname, namespace);
      if (path !== pathname) void navigate(`${path}${withoutPage(search)}${hash}`);
    },
    [navigate, pathname, search, hash],
  );

  const value = useMemo<ActiveNamespace>(() => [active, setActive], [active, setActive]);
  return <NamespaceContext.Provider value={value}>{children}</NamespaceContext.Provider>;
};
