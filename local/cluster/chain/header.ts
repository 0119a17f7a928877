/** The headers of a request, by their canonical names; several values are allowed for one name. */
export type Headers = Readonly<Record<string, readonly string[]>>;

/** `ce-type` -> `Ce-Type`, as Go's textproto.CanonicalMIMEHeaderKey. */
export const canonicalHeaderName = (name: string): string =>
  name.toLowerCase().replace(/(^|-)([a-z])/g, (letter) => letter.toUpperCase());

/** The headers of a request under their canonical names, as Go's net/http hands them on. */
export const canonicalHeaders = (headers: Readonly<Record<string, string>>): Headers =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [canonicalHeaderName(name), [value]]),
  );
