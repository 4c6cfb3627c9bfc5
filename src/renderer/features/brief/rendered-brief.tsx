import { memo, useMemo } from 'react';
import Markdown, { type Components } from 'react-markdown';
import remarkFrontmatter from 'remark-frontmatter';
import { briefTexts as words } from '../../../shared/texts/texts.ts';
import type { BriefDraft } from '../../state/brief-draft.ts';
import { previewParts } from './preview-parts.ts';
import styles from './rendered-brief.module.css';

const PLUGINS = [remarkFrontmatter];

/** Nothing in the preview leads anywhere or loads anything: a note may hold any Markdown. */
const COMPONENTS: Components = {
  a: ({ children, href }) => (
    <span className={styles.link} title={href}>
      {children}
    </span>
  ),
  img: ({ alt }) => <span>{words.image(alt ?? '')}</span>,
  blockquote: ({ children }) => <blockquote lang="vi">{children}</blockquote>,
};

/** The Markdown as a printed page. */
export function RenderedBrief({ draft }: { draft: BriefDraft }) {
  const parts = useMemo(() => previewParts(draft), [draft]);
  return (
    <article className={styles.page}>
      <Part markdown={draft.head} />
      {parts.map(({ key, markdown }) => (
        <Part key={key} markdown={markdown} />
      ))}
    </article>
  );
}

/** Rendered anew only when its text changed: a long brief takes a while. */
const Part = memo(function Part({ markdown }: { markdown: string }) {
  return (
    <Markdown remarkPlugins={PLUGINS} components={COMPONENTS}>
      {markdown}
    </Markdown>
  );
});
