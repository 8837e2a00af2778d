// Style sheets have no meaning in tests; a CSS module gives its class names back as they are.
module.exports = new Proxy({}, { get: (_, name) => (name === '__esModule' ? false : name) });
