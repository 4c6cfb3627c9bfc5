import { z } from 'zod';
import type { Article, Cleaning } from '../domain/article/article.ts';
import type { Head } from '../domain/change/head.ts';
import type { Result } from '../domain/result.ts';
import type { BackupOutcome, BackupProblem, ChooseProblem, ChosenBackup } from './backup.ts';
import type { Channel, EventName } from './channels.ts';
import {
  EXPORT_CHUNK,
  type ExportBegun,
  type ExportOutcome,
  type ExportProblem,
  exportIdSchema,
  exportProgressSchema,
  exportRequestSchema,
} from './export.ts';
import type { ImportChoice, ImportProblem } from './import.ts';
import {
  CHUNK,
  changeSchema,
  headSchema,
  type JournalDamage,
  type JournaledChange,
  type JournalProblem,
  type JournalState,
  type TableRow,
  tableRowSchema,
} from './journal.ts';
import { annotationSchema, tagSchema } from './rows.ts';

/** An article as the library shows it before it is opened. */
export type LibraryEntry =
  | ({ readonly state: 'readable' } & Pick<
      Article,
      'id' | 'title' | 'titleBasis' | 'byline' | 'date' | 'dateBasis' | 'textHash'
    >)
  | {
      /** `missing`: no such file; `damaged`: its bytes are not those that were bundled. */
      readonly state: 'missing' | 'damaged';
      readonly id: string;
      /** What the article would be called, as far as is known without its text. */
      readonly title: string;
      readonly file: string;
    };

/** An article with what "Show original" needs. */
export interface OpenedArticle {
  readonly article: Article;
  /** The file as it is, decoded from UTF-8. */
  readonly original: string;
  readonly originalFile: string;
  readonly cleanings: readonly Cleaning[];
}

/** Why an article cannot be opened. */
export type ArticleProblem = 'unknown' | 'missing' | 'damaged';

const articleId = z.string().min(1).max(200);

/** UUIDs only: a link comes from outside the app. */
export const annotationIdSchema = z.uuid();

/** The dark and light of the window; `system` follows the computer's. */
export const themeSchema = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof themeSchema>;

/** What a menu item asks the window to do. */
export const commandSchema = z.enum([
  'undo',
  'redo',
  'find',
  'brief',
  'backup',
  'restore',
  'export',
  'import',
  'codebook',
  'trash',
  'changes',
  'repair',
  'keys',
  'toggle-library',
  'toggle-annotations',
]);
export type Command = z.infer<typeof commandSchema>;

const changes = z.array(changeSchema).max(CHUNK);

/** Each channel's arguments, checked by the main process on every call. */
export const argumentSchemas = {
  'library:list': z.tuple([]),
  'library:read': z.tuple([articleId]),
  'export:begin': z.tuple([exportRequestSchema]),
  'export:add': z.tuple([exportIdSchema, z.array(annotationSchema).max(EXPORT_CHUNK)]),
  'export:finish': z.tuple([exportIdSchema]),
  'export:cancel': z.tuple([exportIdSchema]),
  'import:choose': z.tuple([z.array(tagSchema).max(10_000)]),
  'backup:save': z.tuple([headSchema]),
  'backup:choose': z.tuple([]),
  'journal:open': z.tuple([]),
  'journal:append': z.tuple([changes]),
  'journal:mend': z.tuple([changes]),
  'journal:rebase': z.tuple([headSchema, z.array(tableRowSchema)]),
  'journal:read-changes': z.tuple([z.int().nonnegative()]),
  'journal:read-rows': z.tuple([]),
  'journal:set-aside': z.tuple([z.array(z.record(z.string(), z.unknown()))]),
  'journal:snapshot': z.tuple([]),
  'journal:check': z.tuple([]),
  'database:clear': z.tuple([]),
  'link:take': z.tuple([]),
  'theme:read': z.tuple([]),
  'theme:choose': z.tuple([themeSchema]),
  'window:flushed': z.tuple([]),
} satisfies Record<Channel, z.ZodType<readonly unknown[]>>;

/** Each channel's answer. */
export interface Answers {
  'library:list': readonly LibraryEntry[];
  'library:read': Result<OpenedArticle, ArticleProblem>;
  /** Asks where to save. Nothing is written before `export:finish`. */
  'export:begin': Result<ExportBegun, ExportProblem>;
  /** Hands over annotations of an export, in any order. */
  'export:add': Result<null, ExportProblem>;
  /**
   * Compares every quote with its stored article and writes the file, whole or not at all. How far that is comes as
   * `export:progress`.
   */
  'export:finish': Result<ExportOutcome, ExportProblem>;
  /** Calls an export off, whether it is being written or not: `export:finish` answers `cancelled`. */
  'export:cancel': null;
  /** Asks for a file and reads what it holds, in terms of this codebook. */
  'import:choose': Result<ImportChoice, ImportProblem>;
  /**
   * Saves all that the journal holds, which must stand at this head or after it, where the analyst says. It was
   * read back and found whole when this answers.
   */
  'backup:save': Result<BackupOutcome, BackupProblem>;
  /** Asks for a backup, or a snapshot of the journal, and reads what can be read of it. */
  'backup:choose': Result<ChosenBackup, ChooseProblem>;
  /** Opens the journal, or says again where it stands. To be asked before anything else of it. */
  'journal:open': Result<JournalState, JournalProblem>;
  /**
   * Adds changes that follow upon the last one; they are on the disk when this answers. Those that the journal
   * has already are passed over, so that asking twice does no harm. Into a journal that is empty, the first
   * change may have any number.
   */
  'journal:append': Result<Head, JournalProblem>;
  /** Fills in changes that the journal has lost (`JournalDamage.missing`); others are passed over. */
  'journal:mend': Result<null, JournalProblem>;
  /** Takes these rows for the truth, standing at this head: a snapshot of them is what the journal builds on from here. */
  'journal:rebase': Result<null, JournalProblem>;
  /** The changes after a number, in order, at most `CHUNK`; none when there are no more. Lost ones are not there. */
  'journal:read-changes': Result<readonly JournaledChange[], JournalProblem>;
  /** The rows as the journal has them, and where that stands. */
  'journal:read-rows': Result<
    { readonly head: Head; readonly rows: readonly TableRow[] },
    JournalProblem
  >;
  /**
   * Keeps what is about to be overwritten in a file beside the journal.
   * @returns its name in the journal's folder.
   */
  'journal:set-aside': Result<string, JournalProblem>;
  /** Takes a snapshot now, unless nothing changed since the last one. It was read back and found whole when this answers. */
  'journal:snapshot': Result<null, JournalProblem>;
  /** Reads everything through once, for damage in old files; takes long, and off the main thread. */
  'journal:check': Result<readonly JournalDamage[], JournalProblem>;
  /**
   * Takes the window's database away, where it cannot even be opened: a new one is filled from the journal. It
   * does not without a journal that has something.
   */
  'database:clear': Result<null, JournalProblem>;
  /** The annotation that a link asked for before the window could listen, once. */
  'link:take': string | null;
  'theme:read': Theme;
  'theme:choose': null;
  /** Says that nothing unsaved is left: the window may close. */
  'window:flushed': null;
}

/** What each event carries. */
export const eventSchemas = {
  command: commandSchema,
  link: annotationIdSchema,
  'export:progress': exportProgressSchema,
  'window:flush': z.null(),
} satisfies Record<EventName, z.ZodType>;

export type Arguments<Name extends Channel> = z.infer<(typeof argumentSchemas)[Name]>;
export type EventPayload<Name extends EventName> = z.infer<(typeof eventSchemas)[Name]>;

/** What the preload puts at `window.benle`. */
export interface Bridge {
  invoke<Name extends Channel>(channel: Name, ...args: Arguments<Name>): Promise<Answers[Name]>;
  /** @returns a function that stops listening. */
  on<Name extends EventName>(
    event: Name,
    listener: (payload: EventPayload<Name>) => void,
  ): () => void;
}
