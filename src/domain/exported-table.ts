/** What a field of an export can hold: codes and texts, RFC 3339 times, numbers, lists of names. */
export type ExportedValue = string | number | boolean | null | readonly string[];

/** A row as it leaves the console. All rows of an export have the same fields, in the same order. */
export type ExportedRow = Readonly<Record<string, ExportedValue>>;

/** What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection). */
const formulaStart = /^[=+\-@\t\r]/;

/** A field of a CSV file (RFC 4180); an apostrophe keeps a spreadsheet from running it. */
const csvField = (value: ExportedValue): string => {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : (value ?? []).join(' ');
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The rows as a CSV file (RFC 4180), the names of the fields first; empty without rows. */
export const csvOf = (rows: readonly ExportedRow[]): string =>
  [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row).map(csvField))]
    .filter((fields) => fields.length > 0)
    .map((fields) => `${fields.join(',')}\r\n`)
    .join('');

/** The rows as a JSON file: an array of objects. */
export const jsonOf = (rows: readonly ExportedRow[]): string =>
  `${JSON.stringify(rows, undefined, 2)}\n`;
