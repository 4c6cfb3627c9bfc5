/** A text in the forms in which other programs take it over. */
export interface Flavours {
  readonly plain: string;
  /** A fragment of HTML: for word processors and mail. */
  readonly html?: string;
}

/**
 * Puts a text into the clipboard in all its forms. It goes the way of the keyboard's own copying, which needs no
 * permission: the page is granted none. To be called soon after a key or a click.
 * @returns whether it is there.
 */
export function copyToClipboard({ plain, html }: Flavours): boolean {
  let isTaken = false;
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault();
    // The article has a way of its own to copy what is selected in it.
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', plain);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
    isTaken = event.clipboardData !== null;
  };
  document.addEventListener('copy', onCopy, { capture: true });
  try {
    return document.execCommand('copy') && isTaken;
  } finally {
    document.removeEventListener('copy', onCopy, { capture: true });
  }
}
