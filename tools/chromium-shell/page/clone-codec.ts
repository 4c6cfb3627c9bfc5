// Structured clone as JSON text, since DevTools carries only text. The same file runs in Node and,
// with its types stripped, inside the page (see bundle.ts), so it uses nothing but the language.
//
// Strings, booleans, null and ordinary numbers are themselves; a plain object is a JSON object of
// encoded values; everything else is an array that starts with a tag.

export type Encoded = string | number | boolean | null | Encoded[] | { [key: string]: Encoded };

export interface Base64 {
  encode(bytes: Uint8Array): string;
  decode(text: string): Uint8Array;
}

/** What may cross beyond structured clone: functions and promises, over contextBridge. */
export interface Extension {
  /** Returns undefined for a value that it does not know. */
  encode(value: object): Encoded[] | undefined;
  /** Asked for tags that are not the codec's own. */
  decode(tag: string, rest: Encoded[]): unknown;
}

const VIEWS: Record<string, new (buffer: ArrayBuffer) => ArrayBufferView> = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
  DataView,
};

const ERRORS: Record<string, new (message: string) => Error> = {
  Error,
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
};

function refused(): Error {
  return new Error('An object could not be cloned.');
}

function encodeNumber(value: number): Encoded {
  if (Number.isFinite(value) && !Object.is(value, -0)) return value;
  return ['n', Object.is(value, -0) ? '-0' : String(value)];
}

function bytesOf(view: ArrayBufferView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

class Encoder {
  private readonly seen = new Map<object, number>();
  private readonly base64: Base64;
  private readonly extension: Extension | undefined;

  constructor(base64: Base64, extension: Extension | undefined) {
    this.base64 = base64;
    this.extension = extension;
  }

  encode(value: unknown): Encoded {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value;
      case 'number':
        return encodeNumber(value);
      case 'undefined':
        return ['u'];
      case 'bigint':
        return ['i', String(value)];
      case 'symbol':
        throw refused();
      default:
        return value === null ? null : this.encodeObject(value as object);
    }
  }

  private encodeObject(value: object): Encoded {
    const known = this.seen.get(value);
    if (known !== undefined) return ['r', known];
    const special = this.extension?.encode(value);
    if (special) return special;
    if (typeof value === 'function') throw refused();
    this.seen.set(value, this.seen.size);
    if (Array.isArray(value)) return ['a', ...Array.from(value, (item) => this.encode(item))];
    return this.encodeBuiltIn(value) ?? this.encodePlain(value);
  }

  private encodeBuiltIn(value: object): Encoded | undefined {
    if (value instanceof Date) return ['d', encodeNumber(value.getTime())];
    if (value instanceof RegExp) return ['x', value.source, value.flags];
    if (value instanceof Map) {
      return ['m', ...Array.from(value, ([key, item]) => [this.encode(key), this.encode(item)])];
    }
    if (value instanceof Set) return ['s', ...Array.from(value, (item) => this.encode(item))];
    if (value instanceof ArrayBuffer) return ['b', this.base64.encode(new Uint8Array(value))];
    if (ArrayBuffer.isView(value)) {
      const tag = Object.prototype.toString.call(value).slice(8, -1);
      return ['v', tag, this.base64.encode(bytesOf(value))];
    }
    if (value instanceof Error) return this.encodeError(value);
    if (value instanceof Boolean || value instanceof Number || value instanceof String) {
      return ['o', this.encode(value.valueOf())];
    }
    return undefined;
  }

  private encodeError(error: Error): Encoded {
    const name = Object.hasOwn(ERRORS, error.name) ? error.name : 'Error';
    return ['e', name, String(error.message), String(error.stack ?? '')];
  }

  private encodePlain(value: object): Encoded {
    // Host objects (Promise, WeakMap, Blob, DOM nodes, ...) name themselves here; plain objects and
    // instances of the app's own classes do not.
    if (Object.prototype.toString.call(value) !== '[object Object]') throw refused();
    const result: { [key: string]: Encoded } = Object.create(null);
    for (const key of Object.keys(value)) {
      result[key] = this.encode((value as Record<string, unknown>)[key]);
    }
    return result;
  }
}

class Decoder {
  // In the order in which the encoder met them, so that ['r', n] finds the same object.
  private readonly seen: object[] = [];
  private readonly base64: Base64;
  private readonly extension: Extension | undefined;

  constructor(base64: Base64, extension: Extension | undefined) {
    this.base64 = base64;
    this.extension = extension;
  }

  decode(value: Encoded): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (!Array.isArray(value)) return this.decodePlain(value);
    const [tag, ...rest] = value as [string, ...Encoded[]];
    switch (tag) {
      case 'u':
        return undefined;
      case 'n':
        return Number(rest[0]);
      case 'i':
        return BigInt(rest[0] as string);
      case 'r':
        return this.seen[rest[0] as number];
      default:
        return this.decodeContainer(tag, rest);
    }
  }

  private keep<T extends object>(value: T): T {
    this.seen.push(value);
    return value;
  }

  private decodeContainer(tag: string, rest: Encoded[]): unknown {
    switch (tag) {
      case 'a': {
        const array: unknown[] = this.keep([]);
        for (const item of rest) array.push(this.decode(item));
        return array;
      }
      case 'm': {
        const map = this.keep(new Map());
        for (const entry of rest as [Encoded, Encoded][]) {
          const key = this.decode(entry[0]);
          map.set(key, this.decode(entry[1]));
        }
        return map;
      }
      case 's': {
        const set = this.keep(new Set());
        for (const item of rest) set.add(this.decode(item));
        return set;
      }
      default:
        return this.decodeLeaf(tag, rest);
    }
  }

  private decodeLeaf(tag: string, rest: Encoded[]): unknown {
    const [first, second, third] = rest as [string, string, string];
    switch (tag) {
      case 'd':
        return this.keep(new Date(Number(this.decode(first))));
      case 'x':
        return this.keep(new RegExp(first, second));
      case 'b':
        return this.keep(this.buffer(first));
      case 'v': {
        const View = VIEWS[first] ?? Uint8Array;
        return this.keep(new View(this.buffer(second)));
      }
      case 'e': {
        const error = new (ERRORS[first] ?? Error)(second);
        if (third) error.stack = third;
        return this.keep(error);
      }
      case 'o':
        return this.keep(Object(this.decode(first)) as object);
      default:
        if (this.extension) return this.extension.decode(tag, rest);
        throw new Error(`Unknown tag in a message: ${tag}`);
    }
  }

  private buffer(text: string): ArrayBuffer {
    const bytes = this.base64.decode(text);
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  }

  private decodePlain(value: { [key: string]: Encoded }): object {
    const result = this.keep({});
    for (const key of Object.keys(value)) {
      // Defined rather than assigned: a key named __proto__ stays an ordinary key.
      Object.defineProperty(result, key, {
        value: this.decode(value[key] as Encoded),
        writable: true,
        enumerable: true,
        configurable: true,
      });
    }
    return result;
  }
}

/**
 * @throws {Error} 'An object could not be cloned.' for functions, symbols, promises and host objects
 */
export function encodeClone(value: unknown, base64: Base64, extension?: Extension): Encoded {
  return new Encoder(base64, extension).encode(value);
}

export function decodeClone(value: Encoded, base64: Base64, extension?: Extension): unknown {
  return new Decoder(base64, extension).decode(value);
}
