import type { Workspace } from './workspace.ts';

/** How far each article was read since the window opened: by article, an offset into its text. */
const positions = new Map<string, number>();

/** Notes how far an article is read. Cheap: it is remembered when the window closes or leaves the article. */
export function noteReadingPosition(articleId: string, offset: number): void {
  positions.set(articleId, offset);
}

/** Where the analyst left an article: the offset that was at the top of the screen. */
export function readingPosition(workspace: Workspace, articleId: string): number {
  return positions.get(articleId) ?? workspace.settings['reading-positions']?.[articleId] ?? 0;
}

/** Keeps the positions for the next start. */
export async function rememberReadingPositions(workspace: Workspace): Promise<void> {
  if (positions.size === 0) return;
  await workspace.remember('reading-positions', {
    ...workspace.settings['reading-positions'],
    ...Object.fromEntries(positions),
  });
}
