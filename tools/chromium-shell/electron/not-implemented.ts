/** The error that names what the stand-in lacks. */
export function notImplemented(name: string): Error {
  return new Error(`chromium-shell: ${name} is not implemented`);
}

// Asked of any object by promises, inspectors, serialisers and test matchers.
const ASKED_OF_ANYTHING = new Set([
  'then',
  'toJSON',
  'constructor',
  'inspect',
  'nodeType',
  'tagName',
  'asymmetricMatch',
  '$$typeof',
  '__esModule',
  'default',
]);

/**
 * Wraps part of the Electron API so that what is not there throws by name when it is read.
 *
 * @param name as an Electron developer would write it, e.g. `app` or `BrowserWindow`
 */
export function sealed<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'symbol' || key in object || ASKED_OF_ANYTHING.has(key)) {
        return Reflect.get(object, key, receiver) as unknown;
      }
      throw notImplemented(`${name}.${key}`);
    },
  });
}

/** Stands for a whole module or class of Electron that the stand-in lacks: any use of it throws. */
export function absent(name: string): object {
  // A function and no arrow: only that can be constructed, and so refuse to be.
  function refuse(): never {
    throw notImplemented(name);
  }
  return new Proxy(refuse, {
    construct: refuse,
    apply: refuse,
    get(target, key) {
      if (typeof key === 'symbol' || ASKED_OF_ANYTHING.has(key)) {
        return Reflect.get(target, key) as unknown;
      }
      throw notImplemented(`${name}.${key}`);
    },
  });
}
