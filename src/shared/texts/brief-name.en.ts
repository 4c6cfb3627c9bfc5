/** What a saved brief goes by within a sentence: `brief “ODA in 2023”`. */
export function briefName(title: string): string {
  return title.trim() === '' ? 'brief without a title' : `brief “${title}”`;
}
