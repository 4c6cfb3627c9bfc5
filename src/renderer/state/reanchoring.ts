import { createResolver, type Resolver } from '../../domain/annotation/anchoring/resolve-anchor.ts';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import {
  type AnchoringText,
  addSentence,
  isResolvedIn,
  lacksSentence,
  lookFor,
  needsRepair,
  takeOver,
} from '../../domain/annotation/reanchor.ts';
import { articleText } from '../../domain/article/article.ts';
import { repairTexts } from '../../shared/texts/texts.ts';
import type { Edit } from '../db/commit.ts';
import { readArticle, useLibrary } from './library.ts';
import { tell, useView } from './view.ts';
import type { Workspace } from './workspace.ts';

/** How many are written at once: more would keep the window from going on while they are. */
const PORTION = 250;

/** How long passages are looked for until the window may do something else, in milliseconds. */
const SLICE = 12;

/** Resolves when whatever else the window has to do has been done. */
function letTheWindowGoOn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** What brings an annotation in step with a text; `undefined` where it is. */
function changeOf(annotation: Annotation, into: AnchoringText, resolve: Resolver) {
  const finding = lookFor(annotation, into, resolve);
  if (finding) return (row: Annotation | null) => row && takeOver(row, finding, into);
  if (!lacksSentence(annotation)) return undefined;
  return (row: Annotation | null) => row && addSentence(row, into);
}

/** What was last looked at of an article: as long as none of it changes, there is nothing to do. */
interface Looked {
  readonly annotations: readonly Annotation[];
  readonly textHash: string;
  readonly isRead: boolean;
}

/**
 * Keeps annotations in step with the texts of their articles: whatever was last resolved in another text is
 * resolved in the one at hand, once, and written as the system's doing. A selector without a sentence, as former
 * versions of the app wrote them, gets one as long as its text is at hand. That is so after the app brought other
 * texts, and whenever a row comes back that knows of an older one: by undo, from the trash, from a backup.
 * Where nothing changed, this costs a comparison of lists an article.
 */
export class Reanchoring {
  readonly #workspace: Workspace;
  readonly #looked = new Map<string, Looked>();
  readonly #waiting = new Set<string>();
  #working: Promise<void> | undefined;
  #told = '';

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Looks now, and at every change of the annotations or of the library from then on. @returns what ends that. */
  start(): () => void {
    const look = () => this.#look();
    const leave = [this.#workspace.subscribe(look), useLibrary.subscribe(look)];
    look();
    return () => {
      for (const each of leave) each();
    };
  }

  /** Resolves when nothing is left to do that is known of. */
  async settled(): Promise<void> {
    while (this.#working) await this.#working;
  }

  #look(): void {
    const { entries, opened } = useLibrary.getState();
    const hashes = new Map<string, string>();
    for (const entry of entries ?? []) {
      if (entry.state === 'readable') hashes.set(entry.id, entry.textHash);
    }
    for (const [id, { article }] of opened) hashes.set(id, article.textHash);
    for (const [id, textHash] of hashes) {
      this.#lookAt(id, {
        annotations: this.#workspace.annotations.ofArticle(id),
        textHash,
        isRead: opened.has(id),
      });
    }
    if (this.#waiting.size > 0) this.#working ??= this.#work();
  }

  #lookAt(id: string, now: Looked): void {
    const before = this.#looked.get(id);
    const isSame =
      before?.annotations === now.annotations &&
      before.textHash === now.textHash &&
      before.isRead === now.isRead;
    if (isSame) return;
    this.#looked.set(id, now);
    const isOpen = (annotation: Annotation) =>
      !isResolvedIn(annotation, now.textHash) || lacksSentence(annotation);
    if (now.annotations.some(isOpen)) this.#waiting.add(id);
  }

  async #work(): Promise<void> {
    const lastWord = followWords();
    let doubtful = 0;
    try {
      for (const id of this.#waiting) {
        // Taken off first: what comes up while this is at work is looked at again.
        this.#waiting.delete(id);
        // One that cannot be read is told of in the library; when it can be after all, it is looked at again.
        const opened = await readArticle(id);
        if (!opened) continue;
        const { textHash } = opened.article;
        doubtful += await this.#resolve(id, { text: articleText(opened.article), textHash });
      }
    } finally {
      this.#working = undefined;
      this.#tell(doubtful, lastWord());
    }
  }

  /** @returns how many passages the analyst has to look at that they had not to before. */
  async #resolve(articleId: string, into: AnchoringText): Promise<number> {
    const resolve = createResolver(into.text);
    const { annotations } = this.#workspace;
    let edits: Edit[] = [];
    let doubtful = 0;
    const write = async () => {
      const portion = edits;
      edits = [];
      if (portion.length > 0) doubtful += await this.#write(portion);
    };
    let pause = performance.now() + SLICE;
    for (const annotation of annotations.ofArticle(articleId)) {
      const change = changeOf(annotation, into, resolve);
      if (!change) continue;
      edits.push({ table: 'annotations', key: annotation.id, change });
      if (edits.length >= PORTION) await write();
      if (performance.now() < pause) continue;
      await letTheWindowGoOn();
      pause = performance.now() + SLICE;
    }
    await write();
    return doubtful;
  }

  /** @returns how many of these the analyst has to look at. */
  async #write(edits: readonly Edit[]): Promise<number> {
    const changes = await this.#workspace.write(edits, 'system');
    return changes.filter(
      ({ table, after }) => table === 'annotations' && after !== null && needsRepair(after),
    ).length;
  }

  /**
   * Says how many passages the analyst has to look at.
   * @param said the last word to them, which goes with any change of an annotation. Whatever it was about, such as
   *   the undo that brought old rows back, it was not about this.
   */
  #tell(doubtful: number, said: string | undefined): void {
    if (doubtful === 0 && useView.getState().notice !== undefined) return;
    const before = said === this.#told ? undefined : said;
    const words = [before, doubtful > 0 ? repairTexts.found(doubtful) : undefined];
    this.#told = words.filter((word) => word !== undefined).join(' · ');
    if (this.#told !== '') tell(this.#told);
  }
}

/** Follows the words to the analyst. @returns a function that stops and gives the last of them. */
function followWords(): () => string | undefined {
  let said = useView.getState().notice;
  const leave = useView.subscribe(({ notice }) => {
    said = notice ?? said;
  });
  return () => {
    leave();
    return said;
  };
}
