import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { scratch } from './folders.ts';

/** A PostgreSQL server of our own, for one test file. */
export interface PostgresServer {
  /** Makes an empty database; gives its URL. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** Where Debian and others put the server's programs, newest first; `VIGIL_POSTGRES_BIN` goes before them. */
export function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return [
    process.env.VIGIL_POSTGRES_BIN ?? '',
    ...versions.map(version => join(debian, version, 'bin')),
    '/usr/local/bin',
    '/usr/bin',
  ].find(folder => existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'initdb')));
}

/** Starts a server that only this machine reaches, by a socket in a folder that is removed again. */
export async function startPostgres(bin: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(scratch(), 'vigil-pg-'));
  const owner = ownerOfServer();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const [initdb, ...initdbArgs] = asOwner(owner, join(bin, 'initdb'), [
    ...['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
  ]);
  execFileSync(initdb as string, initdbArgs, { stdio: 'pipe', cwd: folder });
  const [command, ...args] = asOwner(owner, join(bin, 'postgres'), [
    ...['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'shared_buffers=32MB'],
    ...['-c', 'max_connections=100', '-c', 'fsync=on', '-c', 'autovacuum=off'],
  ]);
  const server = spawn(command as string, args, { stdio: 'ignore', cwd: folder });
  const exited = new Promise<void>(resolve => server.once('exit', () => resolve()));
  const urlOf = (database: string) =>
    `postgres://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`;
  const admin = await connected(urlOf('postgres'));
  let count = 0;
  return {
    createDatabase: async () => {
      count += 1;
      await admin.query(`create database test_${count}`);
      return urlOf(`test_${count}`);
    },
    stop: async () => {
      await admin.end();
      server.kill('SIGINT');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root, so that root needs the user that Debian's package made. */
function ownerOfServer(): Owner | undefined {
  if (userInfo().uid !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** The server ends with the test process, however that ends. */
function asOwner(owner: Owner | undefined, program: string, args: readonly string[]): string[] {
  const ids = owner ? [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups'] : [];
  return existsSync('/usr/bin/setpriv')
    ? ['/usr/bin/setpriv', ...ids, '--pdeathsig', 'INT', '--', program, ...args]
    : [program, ...args];
}

async function connected(url: string): Promise<pg.Client> {
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (attempt === 200) throw error;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}
