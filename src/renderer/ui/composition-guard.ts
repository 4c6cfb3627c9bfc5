/** The code that browsers report for keys that an input method has taken. */
const TAKEN = 229;

const KEY_EVENTS = ['keydown', 'keypress', 'keyup'] as const;

/** The types of `input` in which letters are typed. */
const TEXT_TYPES = new Set(['text', 'search', 'url', 'tel', 'email', 'password']);

/**
 * Keeps the keys of an input method's composition from all key handlers of the window, those of libraries included:
 * Enter, Escape, Tab and the arrow keys then choose, end or cancel what is composed and are no commands. What the keys
 * do to the text stays. To be called before anything else listens to keys on the window; handlers on the document and
 * its elements come after it in any case.
 *
 * These belong to a composition, in a text field:
 *
 * - a key with `isComposing`: Chromium, on all systems;
 * - a key with the code 229: WebKit ends the composition before it reports the key, and `isComposing` is false by then
 *   (https://bugs.webkit.org/show_bug.cgi?id=165004);
 * - the same key once more before it is released: IBus and Fcitx take the text over and pass the press on.
 *
 * Elsewhere an input method that is switched on reports 229 for each key, and `keyOf` tells which was meant.
 *
 * @returns ends the guard.
 */
export function guardCompositions(target: Window): () => void {
  /** The `code` of the key that an input method has taken and that is still down. */
  let held: string | undefined;
  const guard = (event: KeyboardEvent) => {
    const isHeld = held !== undefined && event.code === held && isTextField(event.target);
    const isTaken = isHeld || isOfComposition(event);
    if (event.type !== 'keyup') held = isTaken && event.code !== '' ? event.code : undefined;
    else if (isHeld) held = undefined;
    if (!isTaken) return;
    event.stopImmediatePropagation();
    // Behind a composition, Enter in a line of text would send its form.
    if (isEnterInLine(event) && !event.isComposing) event.preventDefault();
  };
  const release = () => {
    held = undefined;
  };
  for (const type of KEY_EVENTS) target.addEventListener(type, guard, { capture: true });
  target.addEventListener('blur', release, { capture: true });
  return () => {
    for (const type of KEY_EVENTS) target.removeEventListener(type, guard, { capture: true });
    target.removeEventListener('blur', release, { capture: true });
  };
}

function isOfComposition(event: KeyboardEvent): boolean {
  if (event.isComposing) return true;
  // With Ctrl or ⌘ no letter is composed, and commands can be given while an input method is on.
  const isTaken = event.keyCode === TAKEN && !event.ctrlKey && !event.metaKey;
  return isTaken && isTextField(event.target);
}

function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return TEXT_TYPES.has(target.type);
  return (
    target instanceof HTMLTextAreaElement ||
    (target as HTMLElement | null)?.isContentEditable === true
  );
}

const isEnterInLine = ({ key, target }: KeyboardEvent): boolean =>
  key === 'Enter' && target instanceof HTMLInputElement;
