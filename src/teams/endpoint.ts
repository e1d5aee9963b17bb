import type { CloudAdapter, TurnContext } from 'botbuilder';
import type { Request, Response } from 'restify';
import type { Log } from '../shared/log.ts';
import { originOf, parseActivity, rememberParsed } from './activity.ts';
import { readBody } from './body.ts';
import type { Gate } from './gate.ts';

/** Counts what happens at the door; `outcome` is `accepted` or the status it was refused with. */
export type CountActivity = (outcome: string) => void;

/**
 * What answers `POST /api/messages`: the gate, the bounded body, the shape of the activity, and only then the adapter
 * with its own checks. A refusal is answered with its status and reason, and logged without the content.
 */
export function createEndpoint(
  gate: Gate,
  adapter: CloudAdapter,
  runTurn: (context: TurnContext) => Promise<void>,
  log: Log,
  count: CountActivity,
) {
  return async (request: Request, response: Response): Promise<void> => {
    const refuse = (status: number, reason: string) => {
      log.warn({ status, reason }, 'an activity was refused');
      count(String(status));
      response.send(status, { error: reason });
      // What is left of an unread body must not be taken for the next request on this connection.
      if (!request.complete) response.once('finish', () => request.destroy());
    };
    const sender = await gate.admitSender(request.headers.authorization);
    if (!sender.ok) return refuse(sender.status, sender.reason);
    const body = await readBody(request);
    if (!body.ok) return refuse(body.status, body.reason);
    const parsed = parseActivity(body.json);
    if (!parsed.ok) return refuse(400, parsed.reason);
    const origin = gate.admitOrigin(originOf(parsed.activity), sender.serviceUrl);
    if (!origin.ok) return refuse(origin.status, origin.reason);
    count('accepted');
    request.body = body.json;
    rememberParsed(body.json, parsed.activity);
    await adapter.process(request, response, runTurn);
  };
}
