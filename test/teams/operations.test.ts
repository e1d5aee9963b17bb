import { connect } from 'node:net';
import type { Response } from 'restify';
import { afterEach, expect, test, vi } from 'vitest';
import { createMetrics, mountOperations, type Readiness } from '../../src/web/operations.ts';
import { createServer, ListenError, listen } from '../../src/web/server.ts';
import { createRecordingLog } from '../support/recording-log.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.server.closeAllConnections();
    server.close();
  }
});

async function serving(readiness: Readiness, answerMessages = async () => {}) {
  const log = createRecordingLog();
  const server = createServer(answerMessages, log);
  servers.push(server);
  const metrics = createMetrics();
  mountOperations(server, metrics, readiness);
  const port = await listen(server, 0, '127.0.0.1');
  return { address: `http://127.0.0.1:${port}`, port, metrics, log };
}
const ready: Readiness = async () => ({ ready: true });

test('the process says that it runs and that it can work', async () => {
  const { address } = await serving(ready);
  const health = await fetch(`${address}/healthz`);
  expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
  const readiness = await fetch(`${address}/readyz`);
  expect([readiness.status, await readiness.json()]).toEqual([200, { status: 'ready' }]);
});

test('a bot that cannot work says why, and still that it runs', async () => {
  const { address } = await serving(async () => ({ ready: false, reason: 'the disk is full' }));
  const readiness = await fetch(`${address}/readyz`);
  expect([readiness.status, await readiness.json()]).toEqual([
    503,
    { status: 'not ready', reason: 'the disk is full' },
  ]);
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
});

test('what the server has to say by itself is in the log, without what was sent', async () => {
  const careless = async (_request: unknown, response: Response) => {
    response.send(200);
    return 'Maria Lopez';
  };
  const { address, log } = await serving(ready, careless as never);
  await fetch(`${address}/api/messages`, { method: 'POST', headers: { Authorization: 'Bearer secret' } });
  await vi.waitFor(() => expect(log.lines.join('')).toContain('restify: Discarded returned value'));
  expect(log.lines.join('')).not.toMatch(/Maria|secret/);
});

test('metrics are numbers by outcome and by kind', async () => {
  const { address, metrics } = await serving(ready);
  metrics.countActivity('accepted');
  metrics.countActivity('401');
  metrics.countActivity('401');
  metrics.countAnswer('answered');
  const response = await fetch(`${address}/metrics`);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
  const text = await response.text();
  expect(text).toContain('vigil_activities_total{outcome="accepted"} 1');
  expect(text).toContain('vigil_activities_total{outcome="401"} 2');
  expect(text).toContain('vigil_answers_total{kind="answered"} 1');
});

test('metrics tell what waits and what needs an operator, while the database answers', async () => {
  const { address, metrics } = await serving(ready);
  let answers = true;
  metrics.watchWork(async () => {
    if (!answers) throw new Error('away');
    return { waiting: 3, troubled: 2, jobs: 1 };
  });
  const lines = async () => {
    const text = await (await fetch(`${address}/metrics`)).text();
    return text.split('\n').filter(line => line.startsWith('vigil_work'));
  };
  expect(await lines()).toEqual([
    'vigil_work{state="messages_waiting"} 3',
    'vigil_work{state="messages_troubled"} 2',
    'vigil_work{state="jobs_troubled"} 1',
  ]);
  answers = false;
  expect(await lines()).toEqual([]);
});

test('a fault of ours is answered without its details, which go to the log', async () => {
  const { address, log } = await serving(ready, async () => {
    throw new Error('secret table name');
  });
  const response = await fetch(`${address}/api/messages`, { method: 'POST' });
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('secret table name');
  expect(log.lines.join('')).toContain('secret table name');
});

test('who would rather speak another protocol is answered in this one, and holds nothing up', async () => {
  const { address } = await serving(ready);
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.setTimeout(5_000, () => socket.destroy());
  socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\nUpgrade: h2c\r\n\r\n');
  let answer = '';
  for await (const part of socket) answer += part;
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
});

test('an address that does not exist is answered with 404', async () => {
  const { address } = await serving(ready);
  expect((await fetch(`${address}/nothing/here`)).status).toBe(404);
});

test('a port in use, and an address that this machine has not, are explained to the operator', async () => {
  const { port } = await serving(ready);
  const second = createServer(async () => {}, createRecordingLog());
  await expect(listen(second, port, '127.0.0.1')).rejects.toThrow(
    new ListenError(`port ${port} is in use: stop the other program or set PORT to another number`),
  );
  await expect(listen(second, 0, '203.0.113.1')).rejects.toThrow(
    new ListenError('this machine has no address 203.0.113.1: set HOST to one of its own'),
  );
  await expect(listen(second, 0, '127.0.0.1:80')).rejects.toThrow(
    new ListenError(
      '127.0.0.1:80 is no address, nor a name that is known here: set HOST to an address of this machine',
    ),
  );
});
