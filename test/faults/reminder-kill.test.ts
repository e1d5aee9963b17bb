import { expect, test } from 'vitest';
import { onBothEngines } from '../store/engines.ts';
import { remindThroughKill } from './reminder-kill.ts';

onBothEngines('a bot that is killed while many reminders are due', (freshPlace, kind) => {
  test('loses none, and repeats at most what was under way, marked', async () => {
    const { keys: _, ...place } = await freshPlace();
    const bots = kind === 'pglite' ? 1 : 2;
    const report = await remindThroughKill({ place, reminders: 400, within: 4, bots });
    expect(report).toMatchObject({ sent: 400, lost: [], repeatedUnmarked: [], recordSound: true });
    expect(report.repeatedMarked).toBeLessThanOrEqual(report.mostUnderWay);
    expect(report.mostOften).toBeLessThanOrEqual(2);
  }, 240_000);
});
