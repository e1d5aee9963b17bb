import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Makes the function that gives a package, which is loaded when it is first asked for: what the start and most turns have no
 * use for costs them neither time nor memory.
 *
 * @example const loadCities = loadOnUse<typeof import('city-timezones')>('city-timezones');
 */
export function loadOnUse<Package>(name: string): () => Package {
  let loaded: Package | undefined;
  return () => {
    loaded ??= require(name) as Package;
    return loaded;
  };
}
