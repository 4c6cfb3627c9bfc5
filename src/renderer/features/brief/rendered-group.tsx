import { type Components, toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { memo, type ReactNode } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { parsePassageLink } from '../../../domain/annotation/link.ts';
import { groupToHast } from '../../../domain/brief/blocks-to-hast.ts';
import type { BlockGroup } from '../../../domain/brief/brief-blocks.ts';
import { briefTexts as words } from '../../../shared/texts/texts.ts';
import { showPassage } from '../../state/briefs.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import styles from './rendered-brief.module.css';

interface PreviewLinkProps {
  readonly href?: string | undefined;
  readonly children?: ReactNode;
}

/** A link to a passage shows it in the app. No other leads anywhere: a note may hold any Markdown. */
function PreviewLink({ href = '', children }: PreviewLinkProps) {
  const workspace = useWorkspace();
  const annotationId = parsePassageLink(href);
  if (annotationId === undefined) {
    return (
      <span className={styles.link} title={href}>
        {children}
      </span>
    );
  }
  return (
    <a
      className={styles.passageLink}
      href={href}
      title={words.showInArticle}
      onClick={(event) => {
        event.preventDefault();
        void showPassage(workspace, annotationId);
      }}
    >
      {children}
    </a>
  );
}

const COMPONENTS: Partial<Components> = { a: PreviewLink };

/** Blocks of a brief as a reader sees them; made anew only when they changed: a long brief takes a while. */
export const RenderedGroup = memo(function RenderedGroup({ group }: { group: BlockGroup }) {
  return (
    <div className={styles.group} data-continues={group.continues}>
      {toJsxRuntime(groupToHast(group), { Fragment, jsx, jsxs, components: COMPONENTS })}
    </div>
  );
});
