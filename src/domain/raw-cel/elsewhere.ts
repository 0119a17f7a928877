/**
 * Functions of the listener that the library does not have, or has otherwise: cel-go's extensions
 * (its `split` with a limit keeps what is left over) and Triggers' own (tektoncd/triggers
 * pkg/interceptors/cel, cel.go and triggers.go), but compareSecret, which reads Secrets. Macros are
 * not among them whose variable an expression could name.
 */
export const functionsElsewhere: ReadonlySet<string> = new Set([
  ...['canonical', 'match', 'truncate', 'translate', 'first', 'last'],
  ...['parseJSON', 'parseYAML', 'parseURL', 'marshalJSON'],
  ...['slice', 'flatten', 'sort', 'distinct', 'reverse', 'lists.range'],
  ...['sets.contains', 'sets.equivalent', 'sets.intersects'],
  ...['base64.encode', 'base64.decode'],
  ...['greatest', 'least', 'ceil', 'floor', 'round', 'trunc', 'abs', 'sign'].map(
    (name) => `math.${name}`,
  ),
]);
