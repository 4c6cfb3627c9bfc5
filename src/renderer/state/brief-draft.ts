import type { Brief, BriefRequest } from '../../domain/brief/brief.ts';
import { briefToMarkdown } from '../../domain/brief/brief-to-markdown.ts';
import { composeBrief } from '../../domain/brief/compose-brief.ts';
import { briefWords } from '../../shared/texts/texts.ts';

/** A brief as it stands now: what it holds, and the very text that would be saved, in two parts. */
export interface BriefDraft {
  readonly brief: Brief;
  /** Front matter and title, up to the end of the title's line: all that changes while a title is typed. */
  readonly head: string;
  readonly body: string;
}

const HEAD = /^---\n[\s\S]*?\n---\n+#[^\n]*\n/;

function cutHead(markdown: string): Pick<BriefDraft, 'head' | 'body'> {
  const [head = ''] = HEAD.exec(markdown) ?? [];
  return { head, body: markdown.slice(head.length) };
}

/** Composes and writes a brief: some 0.4 ms a passage. */
export function draftBrief(request: BriefRequest): BriefDraft {
  const brief = composeBrief(request);
  return { brief, ...cutHead(briefToMarkdown(brief, briefWords)) };
}

/** The same brief under another title, without writing again what it quotes. */
export function retitle({ brief, body }: BriefDraft, title: string): BriefDraft {
  const retitled = { ...brief, title };
  const { head } = cutHead(briefToMarkdown({ ...retitled, sections: [] }, briefWords));
  return { brief: retitled, head, body };
}

/** What would be saved. */
export function markdownOf({ head, body }: BriefDraft): string {
  return head + body;
}
