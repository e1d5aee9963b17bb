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

/** The bot that is measured, in its tenant. */
export const measured = {
  appId: '3f1a2b4c-5d6e-4f70-8192-a3b4c5d6e7f8',
  tenantId: '0d1e2f30-4152-4637-8a9b-acbdcedfe0f1',
};

/** Vigil's environment in production, with data of its own. */
export function environmentOf({
  appId,
  tenantId,
  folder,
  databaseUrl,
}: Pick<Settings, 'appId' | 'tenantId' | 'folder' | 'databaseUrl'>): Record<string, string> {
  return {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: '0',
    PUBLIC_URL: 'https://vigil.example.org',
    MICROSOFT_APP_ID: appId,
    MICROSOFT_APP_PASSWORD: 'a password that is never sent',
    MICROSOFT_APP_TENANT_ID: tenantId,
    DATA_DIR: folder,
    // The same at every start.
    DATA_KEYS: `bench:${Buffer.alloc(32, 7).toString('base64')}`,
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  };
}

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
