import { randomBytes } from 'node:crypto';

const authenticated = 'system:authenticated';

/** Whom the API server knows, with their groups. Only the first two may do anything by themselves. */
const groups = {
  'control-plane': ['system:masters', authenticated],
  admin: ['system:masters', authenticated],
  'namespace-admin': [authenticated],
  editor: [authenticated],
  viewer: [authenticated],
  nobody: [authenticated],
} as const;

export type PersonName = keyof typeof groups;

/** A new token for everybody. */
export type Tokens = Readonly<Record<PersonName, string>>;

const newToken = (): string => randomBytes(24).toString('base64url');

export const newTokens = (): Tokens => ({
  'control-plane': newToken(),
  admin: newToken(),
  'namespace-admin': newToken(),
  editor: newToken(),
  viewer: newToken(),
  nobody: newToken(),
});

/** What kube-apiserver reads by `--token-auth-file`: token, user, uid, groups. */
export const tokenFile = (tokens: Tokens): string =>
  Object.entries(groups)
    .map(([name, memberOf]) => ({
      name,
      memberOf,
      token: new Map(Object.entries(tokens)).get(name),
    }))
    .map(({ name, memberOf, token = '' }) => `${token},${name},${name},"${memberOf.join(',')}"\n`)
    .join('');
