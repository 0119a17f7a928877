import type { HrefNavItem, NavSection } from '@openshift-console/dynamic-plugin-sdk';
import { namespaceSegments } from '../host/namespace-route';

/** A link of the sidebar: of a plugin or of the host. */
export type NavLink = Pick<
  HrefNavItem['properties'],
  'id' | 'name' | 'href' | 'namespaced' | 'prefixNamespaced' | 'startsWith' | 'section'
> &
  Positioned;

/** A group of links of the sidebar. */
export interface NavGroup extends Positioned {
  id: string;
  name?: string;
}

interface Positioned {
  id: string;
  insertBefore?: NavSection['properties']['insertBefore'];
  insertAfter?: NavSection['properties']['insertAfter'];
}

const scope = /^\/?(?:k8s\/cluster\/|k8s\/all-namespaces\/|k8s\/ns\/[^/]*\/)?(.*?)\/?$/;

const withoutScope = (path: string): string => path.replace(scope, '$1');

/** Where a link leads to in the active namespace (console-app nav/NavItemHref.tsx). */
export const targetOf = (link: NavLink, namespace: string): string => {
  if (link.namespaced === true) return `${link.href}/${namespaceSegments(namespace)}`;
  if (link.prefixNamespaced === true) {
    return `/k8s/${namespaceSegments(namespace)}/${withoutScope(link.href)}`;
  }
  return link.href;
};

/** Whether a path is at or below a link (console-app nav/utils.ts navItemHrefIsActive). */
export const isActive = ({ href, startsWith = [] }: NavLink, path: string): boolean => {
  const here = withoutScope(path);
  const segments = here.split('/');
  const isBelow = withoutScope(href)
    .split('/')
    .every((segment, index) => segment === segments[index]);
  return isBelow || startsWith.some((prefix) => here.startsWith(prefix));
};

const asList = (ids: string | string[] = []): string[] => (Array.isArray(ids) ? ids : [ids]);

const indexIn = (items: readonly Positioned[], item: Positioned): number => {
  const positionOf = (id: string) => items.findIndex((other) => other.id === id);
  const before = asList(item.insertBefore)
    .map(positionOf)
    .find((index) => index >= 0);
  const after = asList(item.insertAfter)
    .map(positionOf)
    .find((index) => index >= 0);
  return before ?? (after === undefined ? items.length : after + 1);
};

/** Items in the order that their insertBefore and insertAfter ask for, else as they come. */
export const inOrder = <T extends Positioned>(items: readonly T[]): T[] =>
  items.reduce<T[]>((sorted, item) => {
    const index = indexIn(sorted, item);
    return [...sorted.slice(0, index), item, ...sorted.slice(index)];
  }, []);
