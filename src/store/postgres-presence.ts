import { randomInt } from 'node:crypto';
import pg from 'pg';
import { type Presence, presenceLock } from './engine.ts';

/** Pause before the lock is tried again, in milliseconds. */
const tryAgain = 500;

/**
 * Has the server ask after 15 s of silence whether this process's host is still there, and end the session after 15 more.
 * By itself it asks after two hours, and all that time a host without power would count as alive.
 */
export const noticeLostPeer =
  'set tcp_keepalives_idle = 15; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3';

/**
 * Holds the presence lock on a connection of its own, outside the pool: it lasts as long as its session. While the
 * connection is broken the others take this process for dead, and may send again, marked, what it has in hand.
 */
export function createPresence(connection: pg.ClientConfig): Presence & { end(): Promise<void> } {
  const id = randomInt(1, 2 ** 31 - 1);
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let ended = false;

  async function begin(): Promise<void> {
    const fresh = new pg.Client(connection);
    fresh.on('error', () => {});
    try {
      await fresh.connect();
      await fresh.query(noticeLostPeer);
      const { rows } = await fresh.query('select pg_try_advisory_lock($1, $2) as locked', [presenceLock, id]);
      // The server may not have noticed yet that the last connection is gone.
      if (!rows[0]?.locked) throw new Error('the last connection still holds the presence lock');
    } catch (error) {
      await fresh.end().catch(() => {});
      throw error;
    }
    fresh.once('end', again);
    client = fresh;
    if (ended) await end();
  }

  function again(): void {
    if (ended) return;
    timer = setTimeout(() => void begin().catch(again), tryAgain);
  }

  async function end(): Promise<void> {
    ended = true;
    clearTimeout(timer);
    await client?.end();
  }

  return { id, begin, end };
}
