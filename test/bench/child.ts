import { z } from 'zod';

const settings = z.object({
  appId: z.string(),
  tenantId: z.string(),
  botToken: z.string(),
  openIdMetadataUrl: z.string(),
  issuer: z.string(),
  folder: z.string(),
  /** PostgreSQL in place of the folder. */
  databaseUrl: z.string().optional(),
});
export type Settings = z.infer<typeof settings>;

/** What a measured bot tells its parent. */
export type Report =
  | { readonly port: number }
  /** CPU microseconds since its start, and resident bytes. */
  | { readonly cpu: number; readonly rss: number };

/** A measured bot reads its settings from its first argument. */
export function settingsFromParent(): Settings {
  return settings.parse(JSON.parse(process.argv[2] ?? '{}'));
}

/** Tells the parent that it listens, and from then on what it has used whenever the parent asks. */
export function reportToParent(port: number): void {
  const send = (report: Report) => process.send?.(report);
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    send({ cpu: user + system, rss: process.memoryUsage().rss });
  });
  process.once('disconnect', () => process.exit());
  send({ port });
}
