import type { CelFunc } from '@bufbuild/cel';
import { CelScalar, celFunc, celMethod, listType } from '@bufbuild/cel';
import { strings } from '@bufbuild/cel/ext';

const { BYTES, INT, STRING } = CelScalar;

/** At most `limit` parts, the last one with all that is left, as Go's strings.SplitN. */
const splitN = (text: string, separator: string, limit: bigint): string[] => {
  const parts = text.split(separator);
  if (limit < 0n || BigInt(parts.length) <= limit) {
    return parts;
  }
  const kept = Number(limit) - 1;
  return kept < 0 ? [] : [...parts.slice(0, kept), parts.slice(kept).join(separator)];
};

/**
 * cel-go's strings and encoders extensions (ext/strings.go, ext/encoders.go). The library's own
 * `split` with a limit drops what is left over, so it is replaced; `reverse` it does not have.
 */
export const stringFunctions: CelFunc[] = [
  ...strings,
  celMethod('split', STRING, [STRING, INT], listType(STRING), function (separator, limit) {
    return splitN(this, separator, limit);
  }),
  celMethod('reverse', STRING, [], STRING, function () {
    return Array.from(this).reverse().join('');
  }),
  celFunc('base64.decode', [STRING], BYTES, (text) => new Uint8Array(Buffer.from(text, 'base64'))),
  celFunc('base64.encode', [BYTES], STRING, (bytes) => Buffer.from(bytes).toString('base64')),
];
