import { z } from 'zod';
import type { Node } from './json-ld.ts';
import { canonicalTime, NO_TIME } from './refi-own-data.ts';

const canonicalUtc = z.iso.datetime();
const TIME = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/** A time in UTC: as it is where a row may have it so. Without a zone it is taken for UTC. */
function readTime(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (canonicalUtc.safeParse(value).success) return value;
  const text = value.trim().replace(/ (?=[+-])/, '');
  if (!TIME.test(text)) return undefined;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  const hasZone = /(?:Z|[+-]\d\d(?::?\d\d)?)$/i.test(text.slice(10));
  return canonicalTime(
    isDay || hasZone ? text.replace(/([+-]\d\d)$/, isDay ? '$1' : '$1:00') : `${text}Z`,
  );
}

export interface Times {
  readonly created: string;
  readonly modified: string;
}

/** When an annotation was made and changed. `undefined` where one is no time; of what says only one, or none, both are the same. */
export function readTimes({ created, modified }: Node): Times | undefined {
  const [made, changed] = [created, modified].map(readTime);
  const isNone = (value: unknown) => String(value ?? '').trim() === '';
  const isReadable = (value: unknown, time: string | undefined) => time ?? isNone(value);
  if (!isReadable(created, made) || !isReadable(modified, changed)) return undefined;
  const first = made ?? changed ?? NO_TIME;
  return { created: first, modified: changed ?? first };
}
