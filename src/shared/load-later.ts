import { createRequire } from 'node:module';

/**
 * Keeps a CommonJS package unloaded until something of it is used: a shell takes its place in Node's cache of modules. For
 * what another package loads at its start and Vigil seldom or never needs. Source: Node's documentation, `require.cache`.
 *
 * @param owner path or URL of the file that requires it
 * @param request how that file names it
 * @param taken names that the owner takes while it loads, each with the smaller file where it stands
 * @throws when the owner would not find it
 */
export function loadLater(
  owner: string,
  request: string,
  taken: Readonly<Record<string, string>> = {},
): void {
  const require = createRequire(owner);
  const file = require.resolve(request);
  if (require.cache[file]) return;
  let loaded: object | undefined;
  const load = (): object => {
    if (!loaded) {
      delete require.cache[file];
      loaded = require(file) as object;
    }
    return loaded;
  };
  const shell = new Proxy(
    // Some packages are a function.
    () => {},
    {
      apply: (_, self, given) => Reflect.apply(load() as () => unknown, self, given),
      get: (_, name) => {
        // Compiled TypeScript asks for this at once.
        if (name === '__esModule') return true;
        const part = taken[String(name)];
        return Reflect.get(part === undefined || loaded ? load() : (require(part) as object), name);
      },
      has: (_, name) => Reflect.has(load(), name),
      ownKeys: () => Reflect.ownKeys(load()),
      getOwnPropertyDescriptor: (_, name) => {
        const found = Reflect.getOwnPropertyDescriptor(load(), name);
        return found && { ...found, configurable: true };
      },
    },
  );
  require.cache[file] = inPlaceOf(file, shell);
}

/**
 * Never loads a file that another loads at its start: an empty module takes its place. For what exports only what neither
 * Vigil nor a package that it needs ever uses; who uses it all the same finds nothing there.
 *
 * @param owner path or URL of the file that requires it
 * @param request how that file names it
 * @throws when the owner would not find it
 */
export function leaveOut(owner: string, request: string): void {
  const require = createRequire(owner);
  const file = require.resolve(request);
  require.cache[file] ??= inPlaceOf(file, {});
}

/** What Node takes for a file that it has loaded. */
function inPlaceOf(file: string, exports: object): NodeJS.Module {
  return { id: file, filename: file, loaded: true, exports } as NodeJS.Module;
}

/**
 * Loads a package once for several owners, where each has a copy of the same version for itself. A copy of another version
 * stays its owner's own.
 *
 * @param owners paths or URLs of files that require it; the first one's copy is everybody's
 * @param request how those files name it
 * @throws when an owner would not find it
 */
export function loadOnce(owners: readonly string[], request: string): void {
  const versionOf = (owner: string) =>
    (createRequire(owner)(`${request}/package.json`) as { version: string }).version;
  const [first, ...others] = owners;
  if (first === undefined) return;
  const require = createRequire(first);
  const version = versionOf(first);
  for (const owner of others) {
    if (versionOf(owner) !== version) continue;
    const file = createRequire(owner).resolve(request);
    if (require.cache[file]) continue;
    require(request);
    require.cache[file] = require.cache[require.resolve(request)];
  }
}
