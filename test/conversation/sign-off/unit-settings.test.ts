import { describe, expect, test } from 'vitest';
import type { Reply } from '../../../src/conversation/reply.ts';
import { createUnitSettings } from '../../../src/conversation/sign-off/unit-settings.ts';
import type { Delegation } from '../../../src/directory/directory.ts';
import { noon, officesWith } from '../../escalations/world.ts';

/** Hana of the human rights desk in Ottawa delegates to Cora; what was said, and what was kept. */
async function delegating(until: string, now = noon) {
  const kept: Delegation[] = [];
  const { delegate } = createUnitSettings(
    { directory: async () => officesWith(), now: () => now },
    { link: async () => {}, delegate: async one => void kept.push(one), endDelegation: async () => false },
  );
  const person = { id: 'hana', name: 'Hana', fromHomeTenant: true, language: 'en' } as const;
  const reply: Reply = await delegate(
    { person, chat: { id: 'chat', kind: 'personal' } },
    'Cora Wong',
    until,
    'en',
  );
  return { said: reply.kind === 'messages' ? reply.messages[0]?.text : undefined, kept };
}

describe('a delegation', () => {
  test('holds to the end of its last day by the clock of the desk', async () => {
    const { said, kept } = await delegating('2026-03-12');
    expect(said).toContain('until 2026-03-12');
    expect(kept).toEqual([
      { desk: 'human-rights', from: 'hana', to: 'cora', until: new Date('2026-03-13T04:00:00Z') },
    ]);
  });

  test('can be given for the day in the evening', async () => {
    const evening = new Date('2026-03-11T00:30:00Z');
    expect((await delegating('2026-03-10', evening)).kept).toHaveLength(1);
    expect((await delegating('2026-03-09', evening)).kept).toEqual([]);
  });

  test.each(['2026-04-31', '2026-02-30', '2026-13-01', '2027-03-13'])(
    'is not given until %s',
    async until => {
      const { said, kept } = await delegating(until);
      expect(said).toBe('The date must lie ahead, within a year.');
      expect(kept).toEqual([]);
    },
  );
});
