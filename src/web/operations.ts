import type { Server } from 'restify';
import { Counter, collectDefaultMetrics, Gauge, Registry } from './spare.ts';

/** Whether the bot can do its work; `reason` is for the operator. */
export type Readiness = () => Promise<{ ready: true } | { ready: false; reason: string }>;

/** What is to be done: messages that wait, messages and jobs that need an operator. */
export interface Work {
  readonly waiting: number;
  readonly troubled: number;
  readonly jobs: number;
}

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
  const summaries = new Counter({
    name: 'vigil_summaries_total',
    help: 'What became of asking the language model, where one is configured.',
    labelNames: ['outcome'] as const,
    registers: [registry],
  });
  return {
    registry,
    /** Reports, whenever the numbers are asked for, what waits and what needs an operator. */
    watchWork: (look: () => Promise<Work>) => {
      const work = new Gauge({
        name: 'vigil_work',
        help: 'Messages that wait to be sent, and messages and jobs that failed for good and need an operator.',
        labelNames: ['state'] as const,
        registers: [registry],
        collect: async () => {
          // While the database is away these are unknown, and the other numbers are still told.
          work.reset();
          const known = await look().catch(() => undefined);
          if (!known) return;
          work.set({ state: 'messages_waiting' }, known.waiting);
          work.set({ state: 'messages_troubled' }, known.troubled);
          work.set({ state: 'jobs_troubled' }, known.jobs);
        },
      });
    },
    countActivity: (outcome: string) => activities.inc({ outcome }),
    countSummary: (outcome: string) => summaries.inc({ outcome }),
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
