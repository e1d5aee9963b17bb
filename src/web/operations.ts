import { Counter, collectDefaultMetrics, Registry } from 'prom-client';
import type { Server } from 'restify';

/** Whether the bot can do its work; `reason` is for the operator. */
export type Readiness = () => Promise<{ ready: true } | { ready: false; reason: string }>;

/** Numbers for Prometheus. Labels carry outcomes and kinds only, never an id or a word of anybody. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const activities = new Counter({
    name: 'vigil_activities_total',
    help: 'Activities at the door, by outcome: accepted, or the status of the refusal.',
    labelNames: ['outcome'] as const,
    registers: [registry],
  });
  const answers = new Counter({
    name: 'vigil_answers_total',
    help: 'Questions, by what the guidelines had to say.',
    labelNames: ['kind'] as const,
    registers: [registry],
  });
  return {
    registry,
    countActivity: (outcome: string) => activities.inc({ outcome }),
    countAnswer: (kind: string) => answers.inc({ kind }),
  };
}
export type Metrics = ReturnType<typeof createMetrics>;

/** `/healthz`: the process runs. `/readyz`: it can do its work. `/metrics`: its numbers. */
export function mountOperations(server: Server, metrics: Metrics, readiness: Readiness): void {
  server.get('/healthz', async (_request, response) => {
    response.send(200, { status: 'ok' });
  });
  server.get('/readyz', async (_request, response) => {
    const state = await readiness();
    response.send(
      state.ready ? 200 : 503,
      state.ready ? { status: 'ready' } : { status: 'not ready', reason: state.reason },
    );
  });
  server.get('/metrics', async (_request, response) => {
    response.header('Content-Type', metrics.registry.contentType);
    response.sendRaw(200, await metrics.registry.metrics());
  });
}
