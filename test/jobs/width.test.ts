import { expect, test } from 'vitest';
import { createWidth } from '../../src/jobs/width.ts';

function after(...took: number[]): number {
  const width = createWidth(50, 64);
  for (const milliseconds of took) width.note(milliseconds);
  return width.now();
}

test('one message is under way as long as nothing is known, or each takes little time', () => {
  expect(after()).toBe(1);
  expect(after(3, 2, 4)).toBe(1);
  expect(after(20, 20, 20)).toBe(1);
});

test('as many are under way as the pace needs when each takes its time, and no more than the most', () => {
  expect(after(100, 100, 100)).toBe(5);
  expect(after(310, 290, 300)).toBe(15);
  expect(after(9_000, 9_000)).toBe(64);
});

test('one that took long changes nothing; when all become quick, there are fewer again', () => {
  expect(after(5, 8_000, 5)).toBe(1);
  expect(after(...Array(15).fill(100), ...Array(8).fill(5))).toBe(1);
});
