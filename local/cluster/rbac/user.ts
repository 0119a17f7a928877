/** Who sends a request (authentication.k8s.io UserInfo). */
export interface User {
  readonly name: string;
  readonly groups: readonly string[];
}

const authenticated = 'system:authenticated';

/** The people of the local cluster. */
export const people = {
  admin: { name: 'admin', groups: ['system:masters', authenticated] },
  'namespace-admin': { name: 'namespace-admin', groups: [authenticated] },
  editor: { name: 'editor', groups: [authenticated] },
  viewer: { name: 'viewer', groups: [authenticated] },
  nobody: { name: 'nobody', groups: [authenticated] },
} as const satisfies Record<string, User>;

export type PersonName = keyof typeof people;

/** The identity of a pod's ServiceAccount (apiserver pkg/authentication/serviceaccount). */
export const serviceAccountUser = (namespace: string, name: string): User => ({
  name: `system:serviceaccount:${namespace}:${name}`,
  groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, authenticated],
});

/** By which the local cluster knows them; no secret. */
export const tokens = {
  admin: 'admin-token',
  'namespace-admin': 'namespace-admin-token',
  editor: 'editor-token',
  viewer: 'viewer-token',
  nobody: 'nobody-token',
} as const satisfies Record<PersonName, string>;

const usersByToken: ReadonlyMap<string, User> = new Map(
  Object.values(people).map((user) => [tokens[user.name], user]),
);

/** Who sends a request without a token. */
const anonymous: User = { name: 'system:anonymous', groups: ['system:unauthenticated'] };

/** The user behind an `Authorization` header; undefined for an unknown token. */
export const authenticate = (authorization: string | undefined): User | undefined => {
  const [, token] = /^Bearer (.+)$/.exec(authorization ?? '') ?? [];
  return token === undefined ? anonymous : usersByToken.get(token);
};
