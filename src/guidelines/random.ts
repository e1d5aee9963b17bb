/** Numbers from 0 to 1 that look random and are the same each time (a linear congruence, as in Numerical Recipes). */
export function createRandom(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
