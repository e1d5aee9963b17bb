import { z } from 'zod';
import { readDataFile } from '../shared/data-file.ts';

/** The parts of the client's configuration that say who and what is in it. */
const clientConfig = z.object({
  tenantId: z.string(),
  bot: z.object({ id: z.string() }),
  currentUser: z.object({ id: z.string(), aadObjectId: z.string() }),
  personalChat: z.object({ id: z.string() }),
  groupChat: z.object({ id: z.string(), name: z.string() }),
  team: z.object({
    id: z.string(),
    name: z.string(),
    channels: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
});

/**
 * Tells the bot that it was installed in every place of a client, as Teams does: the local client tells it only when
 * somebody opens the place, and until then the bot could not write there.
 *
 * @param address where the client listens
 * @throws Error when the bot does not take an activity up
 */
export async function announceInstallations(
  configFile: string,
  address: string,
  botEndpoint: string,
): Promise<void> {
  const { tenantId, bot, currentUser, personalChat, groupChat, team } = readDataFile(
    configFile,
    clientConfig,
  );
  const tenant = { id: tenantId };
  const inTeam = [{ id: team.id, name: 'General' }, ...team.channels].map(channel => ({
    conversation: {
      id: channel.id,
      conversationType: 'channel',
      isGroup: true,
      tenantId,
      name: channel.name,
    },
    channelData: { tenant, team: { id: team.id, name: team.name }, channel: { id: channel.id } },
  }));
  const places = [
    {
      conversation: { id: personalChat.id, conversationType: 'personal', tenantId },
      channelData: { tenant },
    },
    {
      conversation: { id: groupChat.id, conversationType: 'groupChat', isGroup: true, tenantId },
      channelData: { tenant },
    },
    ...inTeam,
  ];
  for (const [index, place] of places.entries()) {
    const response = await fetch(botEndpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        type: 'installationUpdate',
        action: 'add',
        id: `installation-${index}-${Date.now()}`,
        channelId: 'msteams',
        serviceUrl: `${address.replace('127.0.0.1', 'localhost')}/_connector`,
        from: { id: currentUser.id, aadObjectId: currentUser.aadObjectId },
        recipient: { id: bot.id },
        ...place,
      }),
    });
    if (!response.ok) throw new Error(`the bot did not take up its installation (HTTP ${response.status})`);
  }
}
