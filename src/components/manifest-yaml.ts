import { stringify } from 'yaml';

/** An object as a document of YAML, each text on one line. */
export const yamlOf = (content: object): string =>
  stringify(content, { lineWidth: 0, aliasDuplicateObjects: false });
