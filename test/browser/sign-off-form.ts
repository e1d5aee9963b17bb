import type { Locator } from 'playwright-core';
import type { GivenAnswers } from '../../src/escalations/answers.ts';
import { kindOf, questionsOf } from '../../src/escalations/policy.ts';
import type { Language } from '../../src/i18n/language.ts';
import { translatorFor } from '../../src/i18n/translator.ts';
import { policy } from '../escalations/world.ts';

/** What a person fills a form of sign-off with. */
export interface Filling {
  /** Left as it stands when a request is revised. */
  readonly codeName?: string;
  readonly answers: GivenAnswers;
}

/** Fills a form in as a person does: by what the questions and their options are called in the person's language. */
export async function fillForm(
  form: Locator,
  kindId: string,
  language: Language,
  { codeName, answers }: Filling,
): Promise<void> {
  const t = translatorFor(language);
  const kind = kindOf(policy, kindId);
  if (!kind) throw new Error(`the policy has no kind “${kindId}”`);
  if (codeName !== undefined) await form.getByLabel(t('signOff.form.codeName')).fill(codeName);
  for (const question of questionsOf(policy, kind)) {
    const { value, reason } = answers[question.id] ?? {};
    const label = question.label[language];
    if (question.type === 'choice') {
      const option = question.options.find(({ id }) => id === value);
      if (!option) continue;
      const group = form.getByRole('radiogroup', { name: label });
      await group.getByRole('radio', { name: option.label[language], exact: true }).check();
      if (reason && option.explain) await form.getByLabel(option.explain[language]).first().fill(reason);
    } else if (question.type === 'choices') {
      for (const { id, label: name } of question.options) {
        if (value?.includes(id)) await form.getByRole('checkbox', { name: name[language] }).check();
      }
    } else if (typeof value === 'string') {
      await form.getByLabel(label).fill(value);
    }
  }
}
