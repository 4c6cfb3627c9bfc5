export const isMac = navigator.platform.startsWith('Mac');

/** How the platform's command key is written. */
const mod = isMac ? '⌘' : 'Ctrl ';

/** The keys of commands, as they are written on a keyboard. */
export const commandKeys = {
  undo: `${mod}Z`,
  redo: isMac ? '⇧⌘Z' : 'Ctrl ⇧ Z',
  find: `${mod}F`,
  brief: `${mod}E`,
} as const;

type KeyEvent = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether the platform's command key, and no Alt, is held. */
export function hasCommandKey(event: KeyEvent): boolean {
  return (isMac ? event.metaKey : event.ctrlKey) && !event.altKey;
}

/**
 * The key that was meant, in lower case. While an input method is on, as Vietnamese analysts have it, browsers
 * report `Process` for every key: then the key's place on the keyboard tells. Digits are always told by their
 * place, since on some keyboards they need Shift.
 */
export function keyOf(event: KeyEvent): string {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1];
  if (digit && !event.shiftKey) return digit;
  if (event.key !== 'Process' && event.key !== 'Unidentified') return event.key.toLowerCase();
  return PLACES[event.code] ?? event.code.replace(/^Key/, '').toLowerCase();
}

const PLACES: Readonly<Record<string, string>> = { BracketLeft: '[', BracketRight: ']' };
