import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerCard } from '../../src/cards/answer-card.ts';
import { unasked } from '../../src/cards/asked.ts';
import { helpCard, notCoveredCard, passageCard } from '../../src/cards/guidance-cards.ts';
import { inquiryCard } from '../../src/cards/inquiries/inquiry-card.ts';
import { guidanceFormCard } from '../../src/cards/inquiries/published-cards.ts';
import { createLinks } from '../../src/cards/links.ts';
import type { Card } from '../../src/cards/template.ts';
import type { Citation } from '../../src/guidelines/answers.ts';
import { type Consultation, desks, strengths } from '../../src/guidelines/consultations.ts';
import type { Edition, Passage, Section } from '../../src/guidelines/edition.ts';
import { guidelinesFolder } from '../../src/guidelines/folder.ts';
import { openGuidelines } from '../../src/guidelines/open.ts';
import { type Language, languages } from '../../src/i18n/language.ts';
import { buttonsOf, type CardPart, partsOf, textOf } from '../support/card.ts';
import { adaptiveCard } from './adaptive-card.ts';
import { calendarCards } from './calendar-cards.ts';
import { crowdedCards, fullDigest, hearingCards } from './hearing-cards.ts';
import { besideOf, blankInquiryCards, inquiryCards, inquiryOf, inquiryWording } from './inquiry-cards.ts';
import { longestCards, muchSaidCard, signOffCards } from './sign-off-cards.ts';

const linkTo = createLinks('https://vigil.example.org');
const { edition, consultations } = openGuidelines(guidelinesFolder);
const mostBytes = 28 * 1024;

const citationsOf = (from: Edition): Citation[] =>
  from.sections.flatMap(section => section.passages.map(passage => ({ passage, section })));

/** An edition and a consultation in which every text is this one. */
function written(text: string): { edition: Edition; citation: Citation; consultation: Consultation } {
  const passage: Passage = { id: '3.8#1', section: '3.8', ordinal: 1, text, listMissing: true };
  const section: Section = { number: '3.8', title: text, passages: [passage] };
  return {
    edition: {
      ...edition,
      title: text,
      label: text,
      publisher: text,
      sections: [section],
      passages: [passage],
    },
    citation: { passage, section },
    consultation: {
      kind: 'detention-visit',
      strength: 'before-action',
      desks: [...desks],
      passage: '3.8#1',
      words: text,
    },
  };
}

/** For each template, the cards that Vigil makes of it when the guidelines say a text. */
const fromText: Record<string, (text: string, language: Language) => Card[]> = {
  answer: (text, language) => {
    const { edition: hostile, citation, consultation } = written(text);
    const citations = [citation, citation, citation] as const;
    return [true, false].flatMap(given =>
      [true, false].map(listMissing =>
        answerCard(
          {
            edition: hostile,
            citations,
            consultation,
            listMissing,
            choice: [
              { citations, consultation },
              { citations, consultation },
            ],
            guidance: besideOf(text),
            feedbackGiven: given,
          },
          language,
          linkTo,
        ),
      ),
    );
  },
  'not-covered': (text, language) => {
    const { edition: hostile, citation } = written(text);
    const { section } = citation;
    return [
      notCoveredCard(
        { edition: hostile, nearest: [section, section, section], guidance: besideOf(text) },
        language,
        linkTo,
      ),
    ];
  },
  passage: (text, language) => {
    const { edition: hostile, citation } = written(text);
    return [passageCard(hostile, citation, language, linkTo)];
  },
  help: (text, language) =>
    (['help', 'welcome'] as const).map(occasion =>
      helpCard(occasion, language, `https://vigil.example.org/${encodeURIComponent(text)}`),
    ),
  ...calendarCards,
  ...hearingCards,
  ...signOffCards,
  ...inquiryCards,
};

/** For each template, cards as people get them. */
const typical: Record<string, (language: Language) => Card[]> = {
  answer: language =>
    citationsOf(edition).map((citation, index, all) => {
      const others = [all[index + 1], all[index + 2]].filter(other => other !== undefined);
      return answerCard(
        {
          edition,
          citations: [citation, ...others],
          consultation: consultations.of(citation.passage.id),
          listMissing: citation.passage.listMissing,
          choice: [
            { citations: [citation], consultation: undefined },
            {
              citations: [all[(index + 9) % all.length] ?? citation, ...others],
              consultation: undefined,
            },
          ],
          guidance: besideOf('漢'.repeat(2000)),
          feedbackGiven: index % 2 === 0,
        },
        language,
        linkTo,
      );
    }),
  'not-covered': language => [
    notCoveredCard({ edition, nearest: [] }, language, linkTo),
    notCoveredCard(
      { edition, nearest: edition.sections.slice(0, 3), guidance: besideOf('HERON') },
      language,
      linkTo,
    ),
  ],
  passage: language => citationsOf(edition).map(citation => passageCard(edition, citation, language, linkTo)),
  help: language => (['help', 'welcome'] as const).map(occasion => helpCard(occasion, language, linkTo(''))),
  ...Object.fromEntries(
    Object.entries({ ...calendarCards, ...hearingCards, ...signOffCards, ...inquiryCards }).map(
      ([name, cards]) => [
        name,
        (language: Language) => [...cards('HERON', language), ...(blankInquiryCards[name]?.(language) ?? [])],
      ],
    ),
  ),
};

test('every template of the folder is filled here', () => {
  const files = readdirSync(fileURLToPath(new URL('../../cards', import.meta.url)));
  const templates = files.map(file => file.replace(/\.json$/, '')).sort();
  expect(Object.keys(typical).sort()).toEqual(templates);
  expect(Object.keys(fromText).sort()).toEqual(templates);
});

const textsOf = (card: unknown): string[] =>
  partsOf(card).flatMap(part => Object.values(part).filter(value => typeof value === 'string'));

describe.each(Object.keys(typical))('the card “%s”', name => {
  const cards = (language: Language) => typical[name]?.(language) ?? [];

  test.each(languages)('is a card of Adaptive Cards 1.5 that Teams takes (%s)', language => {
    for (const card of cards(language)) {
      const checked = adaptiveCard.safeParse(card);
      expect(checked.success ? [] : checked.error.issues).toEqual([]);
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(mostBytes);
      expect(card.lang).toBe(language);
    }
  });

  test.each(languages)('shows nothing of its template (%s)', language => {
    for (const card of cards(language)) {
      expect(textsOf(card).filter(text => text.includes('${') || /undefined|\[object /.test(text))).toEqual(
        [],
      );
      expect(
        partsOf(card)
          .flatMap(part => Object.keys(part))
          .filter(key => /^\$(?!schema)/.test(key)),
      ).toEqual([]);
    }
  });

  test.each(languages)('begins with a heading for those who listen to it (%s)', language => {
    for (const card of cards(language)) {
      const titles = partsOf(card).filter(({ style }) => style === 'heading');
      expect(titles.length).toBeGreaterThan(0);
      for (const title of titles) expect(title.type).toBe('TextBlock');
    }
  });

  test('names each element once, and toggles only what it has', () => {
    for (const card of cards('en')) {
      const ids = partsOf(card).flatMap(({ id }) => (id === undefined ? [] : [String(id)]));
      expect(new Set(ids).size).toBe(ids.length);
      const toggled = buttonsOf(card).flatMap(({ targetElements = [] }) => targetElements as string[]);
      expect(toggled.filter(id => !ids.includes(id))).toEqual([]);
    }
  });

  test('says something else in each language, with the same buttons', () => {
    const shapeOf = (card: Card) => buttonsOf(card).map(({ type, verb, url }) => ({ type, verb, url }));
    const [english, french] = [cards('en'), cards('fr')];
    for (const [index, card] of english.entries()) {
      const other = french[index] as Card;
      expect(shapeOf(other)).toEqual(shapeOf(card));
      expect(textOf(other)).not.toBe(textOf(card));
    }
  });
});

describe.each(Object.keys(fromText))('the card “%s” made of a hostile text', name => {
  const fill = (text: string) => languages.flatMap(language => fromText[name]?.(text, language) ?? []);
  const texts = {
    expression: `\${1+1}`,
    'expression that takes for ever': `\${join(range(1, 100000000), ',')}`,
    'expression inside an expression': `\${\${$root.language}}`,
    'data of the template': `\${$root.first.url} \${json($root)}`,
    'its end and a new element': '"}],"actions":[{"type":"Action.OpenUrl","url":"https://attacker.example"}',
    Markdown: '**bold** _italic_ [link](https://attacker.example) ![image](https://attacker.example/x.png)',
    list: '- one\n- two\n1. three',
    heading: '# Title',
    code: '`code` ```block```',
    mention: '<at>Everyone</at>',
    HTML: '<script>alert(1)</script><img src=x onerror=alert(1)>',
    backslashes: '\\*not bold\\* \\[x](y)',
    'quotation marks': `"'“”«»`,
    'property of all objects': '__proto__',
  };

  test.each(Object.keys(texts) as (keyof typeof texts)[])('shows it as it was written (%s)', kind => {
    const text = texts[kind];
    for (const card of fill(text)) {
      expect(adaptiveCard.safeParse(card).error?.issues ?? []).toEqual([]);
      for (const run of partsOf(card).filter(({ type }) => type === 'TextRun')) {
        if (String(run.text).includes(text.slice(0, 5))) expect(run.text).toContain(text);
      }
      for (const block of partsOf(card).filter(({ type }) => type === 'TextBlock')) {
        expect(markdownIn(String(block.text))).toEqual([]);
      }
      expect(addressesOf(card).filter(url => !url.startsWith('https://vigil.example.org/'))).toEqual([]);
    }
  });

  test('leaves out what turns the line around or cannot be seen', () => {
    const text = 'par\u202edrow eht\u202c \u2066x\u2069 a\u200bb\ufeffc\u200e\u200f\u061c';
    for (const card of fill(text)) {
      expect(
        textsOf(card).filter(shown =>
          /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c]/.test(shown),
        ),
      ).toEqual([]);
    }
  });

  test('keeps what belongs to writing: accents, other scripts, emoji of several parts, thin spaces', () => {
    const text = 'é à ç 👩🏽‍⚖️ محاكمة 裁判 « a »';
    for (const card of fill(text)) {
      if (name !== 'help') expect(JSON.stringify(card)).toContain(text);
    }
  });

  const signs = ['a', '1', ' ', '\n', 'é', '👍', ...'-*_[]()<>#+`~\\.!|{}$:/"&'];
  test('is still a card, whatever the text', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...signs), minLength: 1 }), noise => {
        for (const card of fill(`x ${noise}`)) {
          expect(adaptiveCard.safeParse(card).error?.issues ?? []).toEqual([]);
          for (const block of partsOf(card).filter(({ type }) => type === 'TextBlock')) {
            expect(markdownIn(String(block.text))).toEqual([]);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** What Markdown would act on in a text: its signs without a backslash before them. */
function markdownIn(text: string): string[] {
  const unescaped = text.replace(/\\[\\`*_[\]<~+#>.)-]/g, 'x');
  return unescaped.match(/[\\`*_[\]<~]|^\s*[-+#>]|^\s*\d+[.)]\s/gm) ?? [];
}

/** Every address that a press on the card could open. */
function addressesOf(card: unknown): string[] {
  return partsOf(card).flatMap(({ url }: CardPart) => (typeof url === 'string' ? [url] : []));
}

describe('the consultation on an answer', () => {
  const citation = citationsOf(edition)[0] as Citation;

  test.each(strengths)('says in both languages what is asked for: %s', strength => {
    for (const language of languages) {
      const consultation: Consultation = {
        kind: 'consular',
        strength,
        desks: ['consular', 'geographic'],
        passage: '4.1#1',
        words: 'Missions must promptly report these cases',
      };
      const card = answerCard(
        { edition, citations: [citation], consultation, listMissing: false, feedbackGiven: false },
        language,
        linkTo,
      );
      const warning = partsOf(card).find(({ style }) => style === 'warning');
      expect(textOf(warning)).toMatch(/: 4\.1\n/);
      expect(textOf(warning)).toContain(consultation.words);
    }
  });

  test('is absent where the guidelines ask for none', () => {
    const card = answerCard(
      { edition, citations: [citation], consultation: undefined, listMissing: false, feedbackGiven: false },
      'en',
      linkTo,
    );
    expect(partsOf(card).some(({ style }) => style === 'warning')).toBe(false);
  });
});

test('a quotation on a French card stands in French quotation marks', () => {
  const citation = citationsOf(edition)[0] as Citation;
  const consultation = written('consult Headquarters').consultation;
  const content = {
    edition,
    citations: [citation] as const,
    consultation,
    listMissing: false,
    feedbackGiven: false,
  };
  expect(textOf(answerCard(content, 'fr', linkTo))).toContain('«\u00a0consult Headquarters\u00a0»');
  expect(textOf(answerCard(content, 'en', linkTo))).toContain('“consult Headquarters”');
});

test('buttons carry ids only: nothing that a person wrote, nothing that a press may be believed for', () => {
  const citation = citationsOf(edition)[0] as Citation;
  const card = answerCard(
    { edition, citations: [citation], consultation: undefined, listMissing: false, feedbackGiven: false },
    'en',
    linkTo,
  );
  expect(buttonsOf(card).flatMap(({ data }) => data ?? [])).toEqual([
    {
      verdict: 'up',
      shown: `en ${citation.passage.id} -`,
      language: 'en',
      without: '',
      choice: '',
      asked: unasked,
      guidance: '',
    },
    {
      verdict: 'down',
      shown: `en ${citation.passage.id} -`,
      language: 'en',
      without: '',
      choice: '',
      asked: unasked,
      guidance: '',
    },
    { asked: unasked, passage: `en ${citation.passage.id}` },
  ]);
});

test('the form of guidance is no more than Teams takes, however much was asked', () => {
  const card = guidanceFormCard(inquiryOf('漢'.repeat(2_000), 'answered', 20), 'fr', inquiryWording('fr'));
  expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(mostBytes);
});

test.each(['x', 'é', '漢', '👩', '"'])(
  'an inquiry in which much was said in “%s” is no more than Teams takes',
  sign => {
    for (const side of ['desk', 'asker'] as const) {
      const inquiry = inquiryOf(sign.repeat(2_000 / sign.length), 'open', 20);
      const card = inquiryCard(inquiry, side, inquiryWording('fr'));
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(mostBytes);
      expect(textOf(card)).toContain('ne sont pas repris ici');
    }
  },
);

test.each(['x', 'é', '漢', '"'])(
  'the digest of a week with 40 hearings at courts of “%s” is no more than Teams takes, and says how many are left out',
  sign => {
    const { card, rows } = fullDigest(40, sign.repeat(200), 'fr');
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(mostBytes);
    expect(rows).toEqual(Array.from({ length: rows.length }, (_each, index) => index + 1));
    expect(rows.length).toBeGreaterThan(8);
    expect(textOf(card)).toContain(`${40 - rows.length} autres audiences n’ont pas de place ici.`);
  },
);

test.each(['x', 'é', '漢', '"'])(
  'the cards of a hearing with 250 partners of “%s” are no more than Teams takes, and say how many are left out',
  sign => {
    for (const card of crowdedCards(250, sign.repeat(80), 'en')) {
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(mostBytes);
      expect(textOf(card)).toMatch(/\d+ more who attend have no room here\.\nAn interpreter is needed/);
    }
  },
);

test('a digest shows all hearings of a week that have room', () => {
  const { card, rows } = fullDigest(25, 'Juzgado 4', 'en');
  expect(rows).toHaveLength(25);
  expect(textOf(card)).not.toContain('no room here');
});

test.each(['x', 'é', '*', '"'])(
  'the details of a request about which much was said in “%s” are no more than Teams takes, and say what is left out',
  sign => {
    const card = muchSaidCard(sign.repeat(2_000), 20, 'fr');
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(mostBytes);
    expect(textOf(card)).toMatch(/plus anciens n’ont pas de place ici/);
    expect(textOf(card)).toContain('Dernier mot.');
  },
);

test.each(['語', 'é', '*', '"'])(
  'answers of “%s” as long as they may be together, and the form that asks to shorten them, are no more than Teams takes',
  sign => {
    for (const language of languages) {
      for (const card of longestCards(sign, language)) {
        expect(adaptiveCard.safeParse(card).error?.issues ?? []).toEqual([]);
        expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(mostBytes);
      }
    }
  },
);
