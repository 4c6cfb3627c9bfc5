import { create } from 'zustand';
import type { TextPositionSelector } from '../../domain/annotation/annotation.ts';

/** What is being looked at: nothing of it is the analyst's work, nothing of it is saved. */
export interface View {
  readonly articleId: string | undefined;
  /** The annotation that keys act on and whose card is unfolded. */
  readonly activeId: string | undefined;
  /** The passage selected in the article. */
  readonly selection: TextPositionSelector | undefined;
  /** The annotation whose passage is to be brought into view, once its article is there. */
  readonly reveal: string | undefined;
  /** The annotation whose note is to get the focus, once its card is there. */
  readonly noteFocus: string | undefined;
  /** Typed after the key for a note and before its field was there; `undefined` when no field is awaited. */
  readonly typedAhead: string | undefined;
  readonly scope: 'article' | 'all';
  /** Tags that the annotations panel is narrowed to; none means all. */
  readonly tagFilter: readonly string[];
  readonly showsOriginal: boolean;
  readonly dialog:
    | 'backup'
    | 'restore'
    | 'brief'
    | 'export'
    | 'import'
    | 'codebook'
    | 'keys'
    | 'trash'
    | 'changes'
    | 'history'
    | 'repair'
    | undefined;
  /** The annotation that the dialog `history` is about. */
  readonly historyOf: string | undefined;
  readonly find: Find;
  readonly panels: { readonly library: boolean; readonly annotations: boolean };
  /** A short word to the analyst, also read aloud. */
  readonly notice: string | undefined;
  /** Counts what was told, so that the same word told again is read aloud again. */
  readonly noticeTurn: number;
}

/** The search in the article at hand. */
export interface Find {
  readonly open: boolean;
  /** Counts how often the search was asked for: each time its field gets the focus. */
  readonly asked: number;
  readonly query: string;
  /** Whether "đau" must not find "dầu". */
  readonly exactTones: boolean;
  /** Whether "kĩ" finds "kỹ". */
  readonly iForY: boolean;
  /** The hit that is looked at, counted from 0. */
  readonly current: number;
}

export const useView = create<View>(() => ({
  articleId: undefined,
  activeId: undefined,
  selection: undefined,
  reveal: undefined,
  noteFocus: undefined,
  typedAhead: undefined,
  scope: 'article',
  tagFilter: [],
  showsOriginal: false,
  dialog: undefined,
  historyOf: undefined,
  find: { open: false, asked: 0, query: '', exactTones: false, iForY: false, current: 0 },
  panels: { library: true, annotations: true },
  notice: undefined,
  noticeTurn: 0,
}));

export const updateView = useView.setState;

export function updateFind(find: Partial<Find>): void {
  updateView((view) => ({ find: { ...view.find, ...find } }));
}

/** Opens the search in the article, or goes to its field. */
export function askToFind(): void {
  updateView(({ find }) => ({
    showsOriginal: false,
    find: { ...find, open: true, asked: find.asked + 1 },
  }));
}

export function togglePanel(panel: keyof View['panels']): void {
  updateView(({ panels }) => ({ panels: { ...panels, [panel]: !panels[panel] } }));
}

/** Lets go of what only made sense where the analyst was. */
export const NOWHERE = {
  activeId: undefined,
  selection: undefined,
  reveal: undefined,
  noteFocus: undefined,
  typedAhead: undefined,
} as const;

/** Shows the annotations of this article, or of all. */
export function chooseScope(scope: View['scope']): void {
  updateView({ scope, activeId: undefined, noteFocus: undefined });
}

/** Shows the file as it came, or the article again. */
export function showOriginal(showsOriginal: boolean): void {
  updateView({ ...NOWHERE, showsOriginal });
}

/** Says something to the analyst in the status line. */
export function tell(notice: string): void {
  updateView(({ noticeTurn }) => ({ notice, noticeTurn: noticeTurn + 1 }));
}
