/** The EditContext API (W3C, Chromium): not in TypeScript's DOM library yet. */
interface EditContextLike extends EventTarget {
  readonly text: string;
  updateText(start: number, end: number, text: string): void;
}
type EditContextHost = HTMLElement & { editContext: EditContextLike | null };
declare const EditContext: new () => EditContextLike;

/**
 * Gives a text that cannot be edited a caret: focus by Tab, arrows, Home, End, selection with Shift.
 *
 * An element with an EditContext has a caret like any text field, but the browser leaves every change of its
 * text to the script, and this one makes none. `contenteditable` with blocked commands would do the same
 * until an input method composes, which Vietnamese analysts have on all day.
 * @returns a function that takes the caret away.
 */
export function giveCaret(element: HTMLElement): () => void {
  const host = element as EditContextHost;
  const context = new EditContext();
  // What is typed collects in the context itself: let it go.
  const forget = () => context.updateText(0, context.text.length, '');
  context.addEventListener('textupdate', forget);
  host.editContext = context;
  return () => {
    context.removeEventListener('textupdate', forget);
    host.editContext = null;
  };
}
