import type { Engine } from './engine.ts';
import type { DiskModule } from './pglite-thread.ts';

/** Where the data are: a folder of this machine, or a PostgreSQL server that several bots may share. */
export type Place = { readonly dataDir: string } | { readonly databaseUrl: string };

/** An engine that is being opened. */
export interface Opening {
  readonly engine: Promise<Engine>;
}

/**
 * Begins to open the engine of a place, and loads no other. It comes back when a folder is held and its thread is at work,
 * so that this thread can do something else meanwhile.
 *
 * @returns an engine that fails with UnusableDatabaseError; a server is not asked for anything yet
 * @throws FolderInUseError
 */
export async function beginToOpen(place: Place, disk?: DiskModule): Promise<Opening> {
  if ('dataDir' in place) {
    const { beginPGliteEngine } = await import('./pglite-engine.ts');
    return beginPGliteEngine(place.dataDir, disk);
  }
  const { openPostgresEngine } = await import('./postgres-engine.ts');
  return { engine: Promise.resolve(openPostgresEngine(place.databaseUrl)) };
}
