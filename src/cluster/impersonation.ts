const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/**
 * Whom the user impersonates, as WebSocket subprotocols (SDK, app/redux-types.ts, ImpersonateKind),
 * in one text; empty for nobody. A selector of the console's store.
 */
export const protocolsIn = (state: unknown): string => {
  const protocols = field(field(field(state, 'sdkCore'), 'impersonate'), 'subprotocols');
  return Array.isArray(protocols) ? protocols.join(' ') : '';
};
