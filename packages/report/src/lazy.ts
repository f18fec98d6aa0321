/** How each value of an object is made. */
export type Makers<T> = { [K in keyof T]: () => T[K] };

/**
 * An object like any other, whose values are made when they are first read, and once: of a thousand places a sentence
 * reads one figure. What nobody reads costs nothing.
 */
export function lazily<T extends object>(makers: Makers<T>): T {
  const object = {} as T;
  for (const [name, make] of Object.entries(makers) as [keyof T, () => T[keyof T]][]) {
    Object.defineProperty(object, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = make();
        Object.defineProperty(object, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return object;
}

/** The value that `make` gives, made when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
