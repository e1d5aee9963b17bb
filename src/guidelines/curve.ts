/** What each signal counts in a logistic curve. */
export type CurveOver<Name extends string> = Readonly<Record<Name | 'constant', number>>;

/** How sure a logistic curve is of what the signals speak for, 0 to 1. */
export function confidenceBy<Name extends string>(
  names: readonly Name[],
  signals: Readonly<Record<Name, number>>,
  curve: CurveOver<Name>,
): number {
  const sum = names.reduce((total, name) => total + curve[name] * signals[name], curve.constant);
  return 1 / (1 + Math.exp(-sum));
}

/** Neither nothing nor certain, so that its logarithm is a number. */
export function within(likelihood: number): number {
  return Math.min(Math.max(likelihood, 1e-6), 1 - 1e-6);
}

export function logOdds(likelihood: number): number {
  return Math.log(within(likelihood) / (1 - within(likelihood)));
}
