import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGuidanceService } from '../../src/conversation/inquiries/guidance-service.ts';
import type { InquiryNotices } from '../../src/conversation/inquiries/ports.ts';
import { createInquiryService } from '../../src/conversation/inquiries/service.ts';
import { isRefusal } from '../../src/inquiries/refusals.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { answer, directory, noon, question } from '../inquiries/world.ts';
import { onBothEngines } from '../store/engines.ts';

const say = (text: string) => ({ language: 'en', text }) as const;
const notices: InquiryNotices = {
  deskCard: ({ status }) => say(`card ${status}`),
  threadReply: ({ type }) => say(type),
  answer: ({ type }) => say(type),
  revoked: guidance => say(`revoked ${guidance}`),
};
const by = (actor: string, press: string) => ({ actor, fromHomeTenant: true, press });
const times = <Result>(count: number, work: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

onBothEngines('people who press at the same time', freshPlace => {
  let store: Store;
  const parts = () => ({
    store,
    directory: async () => directory,
    hasSection: () => true,
    notices,
    now: () => noon,
  });
  beforeAll(async () => {
    store = await openStore(await freshPlace());
  });
  afterAll(() => store?.close());

  const accepted = <Outcome extends object>(outcomes: readonly Outcome[]) =>
    outcomes.filter(outcome => !isRefusal(outcome));
  const refusals = (outcomes: readonly object[]) => [
    ...new Set(outcomes.flatMap(outcome => (isRefusal(outcome) ? [outcome.refusal] : []))),
  ];

  test('send one form once, whichever press comes first, and cost no number', async () => {
    const service = createInquiryService(parts());
    const outcomes = await times(20, index => service.ask(question, 'one form', by('ana', `press ${index}`)));
    expect(accepted(outcomes)).toMatchObject([{ reference: 'ASK-2026-0001' }]);
    expect(refusals(outcomes)).toEqual(['already-sent']);
    const next = await service.ask(question, 'another form', by('ana', 'another press'));
    expect(next).toMatchObject({ reference: 'ASK-2026-0002' });
  });

  test('give one answer, and the others are told that something was said', async () => {
    const service = createInquiryService(parts());
    const officer = (index: number) => (index % 2 === 0 ? 'hana' : 'hugo');
    const outcomes = await times(20, index =>
      service.change('ASK-2026-0001', answer(1, `answer ${index}`), by(officer(index), `answering ${index}`)),
    );
    expect(accepted(outcomes)).toHaveLength(1);
    expect(refusals(outcomes)).toEqual(['moved-on']);
    expect((await store.inquiries.find('ASK-2026-0001'))?.state.said).toHaveLength(2);
    expect((await store.outbox.find('ASK-2026-0001 asker v2'))?.state).toBe('waiting');
    expect(await store.outbox.find('ASK-2026-0001 asker v3')).toBeUndefined();
  });

  test('and the same press delivered again counts once', async () => {
    const service = createInquiryService(parts());
    const outcomes = await times(10, () =>
      service.change('ASK-2026-0002', answer(1), by('hana', 'one press')),
    );
    expect(accepted(outcomes)).toHaveLength(1);
  });

  test('publish once, and revoke once', async () => {
    const guidance = createGuidanceService(parts(), () => undefined);
    const command = { progress: 2, language: 'en', text: 'Yes.', phrasings: ['May we?'] } as const;
    const published = await times(10, index =>
      guidance.publish('ASK-2026-0001', command, by('hana', `publishing ${index}`)),
    );
    expect(accepted(published)).toMatchObject([{ reference: 'HQG-2026-0001' }]);
    expect(refusals(published)).toEqual(['moved-on']);
    const ended = await times(10, index => guidance.revoke('HQG-2026-0001', by('hugo', `revoking ${index}`)));
    expect(accepted(ended)).toHaveLength(1);
    expect(refusals(ended)).toEqual(['revoked']);
    expect(await guidance.inForce()).toEqual([]);
  });
});
