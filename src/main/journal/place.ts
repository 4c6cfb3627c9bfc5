/** Where a journal is, and what it needs to know to write there. */
export interface Place {
  /** The journal's folder. */
  readonly folder: string;
  /** The app's version. */
  readonly app: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The time as files say it: ISO 8601 in UTC. */
export const isoTime = ({ now }: Pick<Place, 'now'>): string => new Date(now()).toISOString();
