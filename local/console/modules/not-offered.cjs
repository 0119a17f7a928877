const { createElement } = require('react');

/**
 * Stands in for the modules of the console that the SDK asks for and that no page here needs. Every
 * export is a hook that returns an idle callback, or a component that says what is missing.
 * CommonJS, because the names that will be asked for are not known.
 */
module.exports = new Proxy(
  {},
  {
    get: (_target, name) => {
      if (typeof name === 'symbol' || name === '__esModule') return undefined;
      if (name.startsWith('use')) return () => () => undefined;
      return () => createElement('p', null, `${name} is not offered by the local console.`);
    },
  },
);
