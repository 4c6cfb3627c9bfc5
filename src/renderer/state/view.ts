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
  readonly scope: 'article' | 'all';
  /** Tags that the annotations panel is narrowed to; none means all. */
  readonly tagFilter: readonly string[];
  readonly showsOriginal: boolean;
  readonly dialog: 'brief' | 'codebook' | 'keys' | undefined;
  readonly find: Find;
  readonly panels: { readonly library: boolean; readonly annotations: boolean };
  /** A short word to the analyst, also read aloud. */
  readonly notice: string | undefined;
}

/** The search in the article at hand. */
export interface Find {
  readonly open: boolean;
  readonly query: string;
  /** Whether "đau" must not find "dầu". */
  readonly exactTones: boolean;
  /** The hit that is looked at, counted from 0. */
  readonly current: number;
}

export const useView = create<View>(() => ({
  articleId: undefined,
  activeId: undefined,
  selection: undefined,
  reveal: undefined,
  noteFocus: undefined,
  scope: 'article',
  tagFilter: [],
  showsOriginal: false,
  dialog: undefined,
  find: { open: false, query: '', exactTones: false, current: 0 },
  panels: { library: true, annotations: true },
  notice: undefined,
}));

export const updateView = useView.setState;

export function updateFind(find: Partial<Find>): void {
  updateView((view) => ({ find: { ...view.find, ...find } }));
}

export function togglePanel(panel: keyof View['panels']): void {
  updateView(({ panels }) => ({ panels: { ...panels, [panel]: !panels[panel] } }));
}

/** Says something to the analyst in the status line. */
export function tell(notice: string): void {
  updateView({ notice });
}
