import { generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { message, type Payload, personalChat } from '../fakes/payloads.ts';
import { channelClaims, createTokenIssuer, type TokenIssuer } from '../fakes/token-issuer.ts';
import { appId, type Bot, homeTenant, startBot } from '../support/bot.ts';

let bot: Bot;
let stranger: TokenIssuer;
beforeAll(async () => {
  [bot, stranger] = await Promise.all([startBot(), createTokenIssuer('https://api.botframework.example')]);
});
afterAll(() => bot.stop());

const now = () => Math.floor(Date.now() / 1000);
const claims = (changes: JWTPayload = {}): JWTPayload => {
  const all = { ...channelClaims(bot.connector.issuer.issuer, appId, bot.connector.serviceUrl), ...changes };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
};
const signed = (changes?: JWTPayload) => bot.connector.issuer.sign(claims(changes));
const without = (...names: string[]) =>
  signed(Object.fromEntries(names.map(name => [name, undefined])) as JWTPayload);
const sharedSecret = new TextEncoder().encode('a secret that both sides could know, 32 bytes');

/** Something with an effect: if it got in, the person's language would be remembered and an answer be sent. */
function order(changes: (activity: Payload) => void = () => {}): { activity: Payload; personId: string } {
  const { who } = bot.meet('Nadia');
  const activity = message(bot.installation, who, personalChat(), 'language français');
  changes(activity);
  bot.connector.open(activity.conversation.id);
  return { activity, personId: who.aadObjectId };
}

async function knock(token: string | undefined, changes?: (activity: Payload) => void) {
  const { activity, personId } = order(changes);
  const attempts = bot.connector.attempts.length;
  const answered = await bot.post(JSON.stringify(activity), {
    'Content-Type': 'application/json',
    ...(token === undefined ? {} : { Authorization: token }),
  });
  return {
    status: answered.status,
    error: answered.body?.error,
    remembered: await bot.memory.preferences.languageOf(personId),
    attempts: bot.connector.attempts.length - attempts,
  };
}

test('a token of the Bot Connector service opens the door', async () => {
  expect(await knock(`Bearer ${await signed()}`)).toMatchObject({
    status: 200,
    remembered: 'fr',
    attempts: 1,
  });
});

test('a clock that is four minutes off does not close the door', async () => {
  expect(await knock(`Bearer ${await signed({ exp: now() - 240 })}`)).toMatchObject({ status: 200 });
  expect(await knock(`Bearer ${await signed({ nbf: now() + 240 })}`)).toMatchObject({ status: 200 });
});

describe('a sender without a good token is turned away with 401, and nothing happens', () => {
  const tokens: Record<string, () => Promise<string | undefined> | string | undefined> = {
    'no Authorization header': () => undefined,
    'an empty header': () => '',
    'another scheme': async () => `Basic ${await signed()}`,
    'two tokens in one header': async () => `Bearer ${await signed()} ${await signed()}`,
    'a word in place of a token': () => 'Bearer letmein',
    'three parts that are no token': () => 'Bearer e30.e30.e30',
    'no key id': async () => `Bearer ${await bot.connector.issuer.sign(claims(), { alg: 'RS256' })}`,
    'algorithm none': () => `Bearer ${new UnsecuredJWT(claims()).encode()}`,
    'a symmetric algorithm': async () =>
      `Bearer ${await new SignJWT(claims())
        .setProtectedHeader({ alg: 'HS256', kid: bot.connector.issuer.keyId })
        .sign(sharedSecret)}`,
    'a key that the service does not publish': async () => `Bearer ${await stranger.sign(claims())}`,
    'a stranger’s key under the service’s key id': async () => {
      const { privateKey } = await generateKeyPair('RS256');
      return `Bearer ${await new SignJWT(claims())
        .setProtectedHeader({ alg: 'RS256', kid: bot.connector.issuer.keyId })
        .sign(privateKey)}`;
    },
    'claims changed after signing': async () => {
      const [header, , signature] = (await signed()).split('.');
      const forged = Buffer.from(JSON.stringify(claims({ exp: now() + 86_400 }))).toString('base64url');
      return `Bearer ${header}.${forged}.${signature}`;
    },
    'another issuer': async () => `Bearer ${await signed({ iss: 'https://api.botframework.com' })}`,
    'no issuer': async () => `Bearer ${await without('iss')}`,
    'another bot as audience': async () =>
      `Bearer ${await signed({ aud: '99999999-0000-4000-8000-000000000000' })}`,
    'no audience': async () => `Bearer ${await without('aud')}`,
    'an expired token': async () => `Bearer ${await signed({ exp: now() - 301 })}`,
    'no expiry': async () => `Bearer ${await without('exp')}`,
    'an expiry that is no number': async () =>
      `Bearer ${await signed({ exp: 'tomorrow' as unknown as number })}`,
    'not valid yet': async () => `Bearer ${await signed({ nbf: now() + 3600 })}`,
    'no service address': async () => `Bearer ${await without('serviceurl')}`,
    'a service address that is no text': async () => `Bearer ${await signed({ serviceurl: { $ne: '' } })}`,
    'a genuine Entra token to the bot itself, as the emulator brings': async () =>
      `Bearer ${await signed({
        iss: `https://login.microsoftonline.com/${homeTenant}/v2.0`,
        ver: '2.0',
        azp: appId,
        tid: homeTenant,
        serviceurl: undefined,
      })}`,
    'the same, with the claims of the first version': async () =>
      `Bearer ${await signed({ iss: `https://sts.windows.net/${homeTenant}/`, ver: '1.0', appid: appId })}`,
  };

  test.each(Object.keys(tokens))('%s', async kind => {
    const result = await knock(await tokens[kind]?.());
    expect(result).toMatchObject({ status: 401, remembered: undefined, attempts: 0 });
    expect(result.error).toMatch(/^(no bearer token|token )/);
  });
});

describe('an activity from the wrong place is turned away with 403, and nothing happens', () => {
  const changes: Record<string, (activity: Payload) => void> = {
    'a service address other than the token’s': activity => {
      activity.serviceUrl = 'http://127.0.0.1:1/amer/';
    },
    'a service address that differs from the token’s in its last letter': activity => {
      activity.serviceUrl = activity.serviceUrl.replace(/\/$/, '');
    },
    'a service host that is not on the list': activity => {
      activity.serviceUrl = 'https://smba.trafficmanager.net.attacker.example/amer/';
    },
    'a service address with a user name before the host': activity => {
      activity.serviceUrl = activity.serviceUrl.replace('127.0.0.1', '127.0.0.1@attacker.example');
    },
    'a service address that is none': activity => {
      activity.serviceUrl = 'nowhere';
    },
    'another tenant': activity => {
      activity.channelData.tenant.id = '99999999-0000-4000-8000-000000000000';
    },
    'another tenant, though the conversation names ours': activity => {
      activity.channelData.tenant.id = '99999999-0000-4000-8000-000000000000';
      activity.conversation.tenantId = homeTenant;
    },
    'no tenant': activity => {
      delete activity.channelData;
      delete activity.conversation.tenantId;
    },
    'another channel': activity => {
      activity.channelId = 'webchat';
    },
    'the emulator': activity => {
      activity.channelId = 'emulator';
    },
  };

  test.each(Object.keys(changes))('%s', async kind => {
    const result = await knock(`Bearer ${await signed()}`, changes[kind]);
    expect(result).toMatchObject({ status: 403, remembered: undefined, attempts: 0 });
  });

  test('a host that is not on the list, though the token names it as well', async () => {
    const serviceurl = 'https://attacker.example/amer/';
    const result = await knock(`Bearer ${await signed({ serviceurl })}`, activity => {
      activity.serviceUrl = serviceurl;
    });
    expect(result).toMatchObject({ status: 403, remembered: undefined, attempts: 0 });
  });
});

test('what is refused is counted by its status, and what is let in as accepted', async () => {
  const count = async (outcome: string) => {
    const metrics = await (await fetch(`${bot.address}/metrics`)).text();
    return Number(
      new RegExp(`vigil_activities_total\\{outcome="${outcome}"\\} (\\d+)`).exec(metrics)?.[1] ?? 0,
    );
  };
  const before = { accepted: await count('accepted'), refused: await count('401') };
  await knock(undefined);
  await knock(`Bearer ${await signed()}`);
  expect({ accepted: await count('accepted'), refused: await count('401') }).toEqual({
    accepted: before.accepted + 1,
    refused: before.refused + 1,
  });
});
