/** FNV-1a, 32 bits, as eight hexadecimal digits: short and stable, not secret. */
export const textHash = (text: string): string => {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return value.toString(16).padStart(8, '0');
};
