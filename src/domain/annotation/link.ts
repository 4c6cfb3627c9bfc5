/** The protocol that passage links use outside of the app. */
export const LINK_PROTOCOL = 'benle';

const PASSAGE_LINK =
  /^benle:\/\/annotation\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\/?$/i;

/** The link that opens the app at a passage: `benle://annotation/<id>`. */
export function passageLink(annotationId: string): string {
  return `${LINK_PROTOCOL}://annotation/${annotationId}`;
}

/** The annotation that a link means, or `undefined` when the text is no passage link. */
export function parsePassageLink(text: string): string | undefined {
  return PASSAGE_LINK.exec(text.trim())?.[1]?.toLowerCase();
}

const LINKS_IN_TEXT =
  /benle:\/\/annotation\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![/\w-])/gi;

/** The annotations whose links, without a closing slash, stand in a text of any kind. */
export function passageIdsIn(text: string): string[] {
  return [...text.matchAll(LINKS_IN_TEXT)].map(([, id = '']) => id.toLowerCase());
}
