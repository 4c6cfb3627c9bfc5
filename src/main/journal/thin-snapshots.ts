const DAY = 24 * 60 * 60 * 1_000;
/** 1970 began on a Thursday; weeks begin on Mondays. */
const FIRST_MONDAY = 4 * DAY;

/** How far back snapshots are kept how closely. Beyond the last of these, one a month is kept for ever. */
const DAYS = 12;
const WEEKS = 10;

const monthOf = (time: number): string => new Date(time).toISOString().slice(0, 7);

/** The stretch of time of which one snapshot is enough, or `undefined` where each is kept. */
function stretchOf(time: number, now: number): string | undefined {
  const age = now - time;
  // Also what a clock that was set back says is still to come.
  if (age <= DAY) return undefined;
  if (age <= (1 + DAYS) * DAY) return `day ${Math.floor(time / DAY)}`;
  if (age <= (1 + DAYS + 7 * WEEKS) * DAY) {
    return `week ${Math.floor((time - FIRST_MONDAY) / (7 * DAY))}`;
  }
  return `month ${monthOf(time)}`;
}

/**
 * Which snapshots to keep: all of the last day, then one a day for twelve days, one a week for ten weeks, then one
 * a month for ever. Of a calendar day, week or month (in UTC) the last is kept, so that each thinning agrees with
 * the ones before it; a stretch counted back from now would wander, and wear gaps into what is kept.
 * @param times in milliseconds since 1970
 * @returns those to keep, ascending, each once
 */
export function snapshotsToKeep(times: readonly number[], now: number): number[] {
  const lastOf = new Map<string, number>();
  const kept = new Set<number>();
  for (const time of times) {
    const stretch = stretchOf(time, now);
    if (stretch === undefined) kept.add(time);
    else lastOf.set(stretch, Math.max(time, lastOf.get(stretch) ?? time));
  }
  if (times.length > 0) kept.add(times.reduce((a, b) => Math.max(a, b)));
  return [...new Set([...kept, ...lastOf.values()])].sort((a, b) => a - b);
}
