/**
 * Logistic regression (ridge 0.01) by gradient descent on standardised signals, both outcomes weighed alike.
 *
 * @returns what each signal counts, in its own units, and the constant
 */
export function fitCurve<Name extends string>(
  signals: readonly Name[],
  rows: readonly { readonly x: Readonly<Record<Name, number>>; readonly y: number }[],
) {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const scale = signals.map(name => {
    const values = rows.map(({ x }) => x[name]);
    const middle = mean(values);
    return { middle, deviation: Math.sqrt(mean(values.map(value => (value - middle) ** 2))) || 1 };
  });
  const inputs = rows.map(({ x }) =>
    signals.map((name, at) => (x[name] - (scale[at]?.middle ?? 0)) / (scale[at]?.deviation ?? 1)),
  );
  const positives = rows.filter(({ y }) => y === 1).length;
  const balance = rows.map(({ y }) => (y === 1 ? 0.5 / positives : 0.5 / (rows.length - positives)));
  const w = signals.map(() => 0);
  let constant = 0;
  for (let step = 0; step < 3000; step += 1) {
    const gradient = signals.map((_, at) => 0.01 * (w[at] ?? 0));
    let shift = 0;
    for (const [row, input] of inputs.entries()) {
      const sum = input.reduce((total, value, at) => total + value * (w[at] ?? 0), constant);
      const error = (1 / (1 + Math.exp(-sum)) - (rows[row]?.y ?? 0)) * (balance[row] ?? 0);
      shift += error;
      for (const [at, value] of input.entries()) gradient[at] = (gradient[at] ?? 0) + error * value;
    }
    constant -= shift;
    for (const at of signals.keys()) w[at] = (w[at] ?? 0) - (gradient[at] ?? 0);
  }
  const own = signals.map((_, at) => (w[at] ?? 0) / (scale[at]?.deviation ?? 1));
  const offset = own.reduce((sum, value, at) => sum - value * (scale[at]?.middle ?? 0), constant);
  return {
    constant: offset,
    ...Object.fromEntries(signals.map((name, at) => [name, own[at] ?? 0])),
  } as Record<Name | 'constant', number>;
}
