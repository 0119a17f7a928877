import { stringify } from 'yaml';

/**
 * An object as a document of YAML, each text on one line. Kubernetes reads YAML 1.1, where a bare
 * `yes` is true and no text: what is a text in either version is quoted.
 */
export const yamlOf = (content: object): string =>
  stringify(content, { lineWidth: 0, aliasDuplicateObjects: false, compat: 'yaml-1.1' });
