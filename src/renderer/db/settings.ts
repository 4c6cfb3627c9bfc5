import { z } from 'zod';
import type { Setting } from '../../domain/change/change.ts';

const schemas = {
  /** Where the analyst left off. */
  'last-article': z.string(),
  /** The brief that was open last. */
  'last-brief': z.string(),
  /** How far each article was read: by article, the offset into its text at the top of the screen. */
  'reading-positions': z.record(z.string(), z.int().nonnegative()),
  /** Sizes of the window's panels, in percent, by their ids. */
  'panel-layout': z.record(z.string(), z.number().min(0).max(100)),
};

/** What the app remembers of how the analyst likes it. */
export type Settings = { readonly [Key in keyof typeof schemas]: z.infer<(typeof schemas)[Key]> };

/** The settings that can be read; one that cannot is as good as never made. */
export function parseSettings(rows: readonly Setting[]): Partial<Settings> {
  const entries = rows.flatMap(({ key, value }) => {
    const schema = Object.hasOwn(schemas, key) ? schemas[key as keyof Settings] : undefined;
    const parsed = schema?.safeParse(value);
    return parsed?.success ? [[key, parsed.data]] : [];
  });
  return Object.fromEntries(entries) as Partial<Settings>;
}
