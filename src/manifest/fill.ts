/**
 * Puts values in place of `${NAME}` in every string of a JSON value. The parsed value is filled, not its text, so that
 * a quotation mark in a value cannot break the JSON.
 *
 * @throws Error for a placeholder without a value: a fault of the template, not of the environment
 */
export function fillPlaceholders(template: unknown, values: Readonly<Record<string, string>>): unknown {
  if (typeof template === 'string') {
    return template.replace(/\$\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined)
        throw new Error(`the manifest template asks for \${${name}}, which has no value`);
      return value;
    });
  }
  if (Array.isArray(template)) return template.map(item => fillPlaceholders(item, values));
  if (typeof template === 'object' && template !== null) {
    return Object.fromEntries(
      Object.entries(template).map(([key, value]) => [key, fillPlaceholders(value, values)]),
    );
  }
  return template;
}
