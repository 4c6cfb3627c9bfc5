import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { Brief } from '../../../domain/brief/brief.ts';
import type { BlockGroup } from '../../../domain/brief/brief-blocks.ts';
import { frontMatterToMarkdown, groupToMarkdown } from '../../../domain/brief/brief-to-markdown.ts';
import { type BlockOptions, briefBlocks } from '../../../domain/brief/brief-tree.ts';
import type { Dialect } from '../../../domain/brief/saved-brief.ts';
import { briefWords, briefTexts as words } from '../../../shared/texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Lazily } from './lazily.ts';
import styles from './preview.module.css';
import rendered from './rendered-brief.module.css';
import { RenderedGroup } from './rendered-group.tsx';

export type Form = keyof typeof words.forms;

/** How many passages are shown before more are asked for, by scrolling or by the button: some screens' worth. */
const PAGE = 40;

interface PreviewPageProps {
  readonly shown: Brief;
  readonly body: Brief;
  readonly form: Form;
  readonly dialect: Dialect;
  /** Whether Markdown has links to passages; as a reader sees it, the brief always has: they lead the analyst there. */
  readonly links: boolean;
}

/** As much of the brief as is looked at. */
export function PreviewPage({ shown, body, form, dialect, links }: PreviewPageProps) {
  const [limit, setLimit] = useState(PAGE);
  const hasLinks = links || form === 'rendered';
  const options = useMemo(() => ({ dialect, hasLinks }), [dialect, hasLinks]);
  const head = useMemo(() => headOf(shown, options), [shown, options]);
  const groups = useMemo(() => new Lazily(bodyGroups(body, options)), [body, options]);
  const total = body.sections.reduce((sum, { passages }) => sum + passages.length, 0);
  // The sources come after the last passage.
  const { items, passages } = groups.upTo(limit < total ? limit : Number.POSITIVE_INFINITY);
  const more = passages < total && (
    <More left={total - passages} onMore={() => setLimit(limit + PAGE)} />
  );
  if (form === 'rendered') {
    return (
      <>
        <article className={rendered.page} data-template={shown.template}>
          {head && <RenderedGroup group={head} />}
          {items.map((group, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups have no name, and only ever come at the end
            <RenderedGroup key={at} group={group} />
          ))}
        </article>
        {more}
      </>
    );
  }
  return (
    <>
      <pre className={styles.source}>
        {frontMatterToMarkdown(shown, options)}
        {head && <Written group={head} />}
        {items.map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Written key={at} group={group} />
        ))}
      </pre>
      {more}
    </>
  );
}

/** The title and the introduction, which alone change while those are typed. */
function headOf(brief: Brief, options: BlockOptions): BlockGroup | undefined {
  const alone = { ...brief, sections: [], sources: [] };
  return briefBlocks(alone, briefWords, options).next().value ?? undefined;
}

/** All groups but the first, which is the head. */
function bodyGroups(brief: Brief, options: BlockOptions): Iterator<BlockGroup> {
  const groups = briefBlocks(brief, briefWords, options);
  groups.next();
  return groups;
}

/** Written anew only when it changed: a long brief takes a while. */
const Written = memo(function Written({ group }: { group: BlockGroup }) {
  return groupToMarkdown(group);
});

/** Takes more as soon as it is scrolled to. */
function More({ left, onMore }: { left: number; onMore: () => void }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && onMore(),
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [onMore]);
  return (
    <div ref={element} className={styles.more}>
      <Button onPress={onMore}>{words.more(left)}</Button>
    </div>
  );
}
