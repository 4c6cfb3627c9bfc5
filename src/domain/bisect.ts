/**
 * How many numbers from 0 on, below `length`, satisfy a condition that holds for the first ones only: a binary search.
 */
export function countWhile(length: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
