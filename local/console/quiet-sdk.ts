/** What the SDK tells the browser's console about each watch; in specs it would hide what matters. */
const chatter = [
  /^(destroying )?websocket/,
  /^stopped watching/,
  /^WS /,
  /^attempting reconnect/,
  /does not support watching/,
  /^Loading plugin/,
  /^The result function returned its own inputs/,
  /^Plugin \S+ (callback|has been|will be)/,
];

for (const method of ['log', 'info', 'warn'] as const) {
  const print = console[method].bind(console);
  console[method] = (...words: unknown[]) => {
    if (!chatter.some((pattern) => pattern.test(String(words[0])))) print(...words);
  };
}
