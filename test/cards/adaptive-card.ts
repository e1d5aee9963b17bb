import { z } from 'zod';

/**
 * Adaptive Cards 1.5, as far as our templates go, and strictly: a name that the format does not know is an error here,
 * where clients pass over it in silence. A card that needs another element adds it, with its source.
 * Source: Microsoft, "Adaptive Cards schema explorer", version 1.5; "Adaptive Cards in Teams".
 */
const spacing = z.enum(['None', 'Small', 'Default', 'Medium', 'Large', 'ExtraLarge', 'Padding']);
const color = z.enum(['Default', 'Dark', 'Light', 'Accent', 'Good', 'Warning', 'Attention']);
const size = z.enum(['Small', 'Default', 'Medium', 'Large', 'ExtraLarge']);
const weight = z.enum(['Lighter', 'Default', 'Bolder']);
const horizontal = z.enum(['Left', 'Center', 'Right']);
const vertical = z.enum(['Top', 'Center', 'Bottom']);
const containerStyle = z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']);
const words = z.string().min(1);
const address = z.url({ protocol: /^https?$/ });

const everyAction = {
  id: words.optional(),
  title: words,
  iconUrl: address.optional(),
  tooltip: words.optional(),
  style: z.enum(['default', 'positive', 'destructive']).optional(),
  mode: z.enum(['primary', 'secondary']).optional(),
  isEnabled: z.boolean().optional(),
};
const data = z.record(z.string(), z.unknown()).optional();

/** Which inputs go with a press: all, unless told. */
const associatedInputs = z.enum(['auto', 'none']).optional();

export const action: z.ZodType = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('Action.OpenUrl'), ...everyAction, url: address }),
    z.strictObject({ type: z.literal('Action.Submit'), ...everyAction, data, associatedInputs }),
    z.strictObject({
      type: z.literal('Action.Execute'),
      ...everyAction,
      verb: words,
      data,
      associatedInputs,
    }),
    z.strictObject({
      type: z.literal('Action.ShowCard'),
      ...everyAction,
      card: z.strictObject({
        type: z.literal('AdaptiveCard'),
        body: z.array(element).min(1),
        actions: z.array(action).min(1).max(6),
      }),
    }),
    z.strictObject({
      type: z.literal('Action.ToggleVisibility'),
      ...everyAction,
      targetElements: z.array(words).min(1),
    }),
  ]),
);
/** Teams shows six actions in a row and drops the others. */
const actions = z.array(action).min(1).max(6);

const everyElement = {
  id: words.optional(),
  isVisible: z.boolean().optional(),
  separator: z.boolean().optional(),
  spacing: spacing.optional(),
  height: z.enum(['auto', 'stretch']).optional(),
};
const everyText = {
  text: words,
  color: color.optional(),
  isSubtle: z.boolean().optional(),
  size: size.optional(),
  weight: weight.optional(),
  fontType: z.enum(['Default', 'Monospace']).optional(),
};

/** An input without a label says nothing to a screen reader, and one that is required must say what is wrong. */
const everyInput = {
  ...everyElement,
  id: words,
  label: words,
  value: z.string().optional(),
  isRequired: z.boolean().optional(),
  errorMessage: words.optional(),
};

const textRun = z.strictObject({
  type: z.literal('TextRun'),
  ...everyText,
  italic: z.boolean().optional(),
  highlight: z.boolean().optional(),
  strikethrough: z.boolean().optional(),
  underline: z.boolean().optional(),
  selectAction: action.optional(),
});

export const element: z.ZodType = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('TextBlock'),
      ...everyElement,
      ...everyText,
      // Text that does not wrap is cut off on a phone.
      wrap: z.literal(true),
      maxLines: z.number().int().min(1).optional(),
      horizontalAlignment: horizontal.optional(),
      style: z.enum(['default', 'heading']).optional(),
    }),
    z.strictObject({
      type: z.literal('RichTextBlock'),
      ...everyElement,
      inlines: z.array(textRun).min(1),
      horizontalAlignment: horizontal.optional(),
    }),
    z.strictObject({
      type: z.literal('Container'),
      ...everyElement,
      items: z.array(element),
      style: containerStyle.optional(),
      bleed: z.boolean().optional(),
      verticalContentAlignment: vertical.optional(),
    }),
    z.strictObject({
      type: z.literal('ColumnSet'),
      ...everyElement,
      columns: z
        .array(
          z.strictObject({
            type: z.literal('Column'),
            ...everyElement,
            items: z.array(element),
            width: z.union([z.enum(['auto', 'stretch']), z.number(), z.string().regex(/^\d+px$/)]).optional(),
            style: containerStyle.optional(),
            verticalContentAlignment: vertical.optional(),
          }),
        )
        .min(1),
      style: containerStyle.optional(),
    }),
    z.strictObject({
      type: z.literal('FactSet'),
      ...everyElement,
      facts: z.array(z.strictObject({ title: words, value: words })).min(1),
    }),
    z.strictObject({ type: z.literal('ActionSet'), ...everyElement, actions }),
    z.strictObject({
      type: z.literal('Input.Text'),
      ...everyInput,
      placeholder: z.string().optional(),
      isMultiline: z.boolean().optional(),
      maxLength: z.number().int().min(1).optional(),
      style: z.enum(['text', 'tel', 'url', 'email', 'password']).optional(),
    }),
    z.strictObject({
      type: z.literal('Input.Date'),
      ...everyInput,
      min: words.optional(),
      max: words.optional(),
    }),
    z.strictObject({ type: z.literal('Input.Time'), ...everyInput }),
    z.strictObject({
      type: z.literal('Input.Toggle'),
      ...everyInput,
      title: words,
      wrap: z.boolean().optional(),
    }),
    z.strictObject({
      type: z.literal('Input.ChoiceSet'),
      ...everyInput,
      placeholder: z.string().optional(),
      style: z.enum(['compact', 'expanded', 'filtered']).optional(),
      isMultiSelect: z.boolean().optional(),
      wrap: z.boolean().optional(),
      choices: z.array(z.strictObject({ title: words, value: words })).min(1),
    }),
  ]),
);

export const adaptiveCard = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  version: z.literal('1.5'),
  lang: z.enum(['en', 'fr']),
  fallbackText: words,
  speak: words.optional(),
  body: z.array(element).min(1),
  actions: actions.optional(),
  refresh: z
    .strictObject({
      action: z.strictObject({
        type: z.literal('Action.Execute'),
        verb: words,
        title: words.optional(),
        data,
      }),
      userIds: z.array(words).max(60),
    })
    .optional(),
  msteams: z.strictObject({ width: z.literal('Full') }).optional(),
});
