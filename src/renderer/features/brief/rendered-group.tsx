import { type Components, toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { memo } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { groupToHast } from '../../../domain/brief/blocks-to-hast.ts';
import type { BlockGroup } from '../../../domain/brief/brief-blocks.ts';
import styles from './rendered-brief.module.css';

/** Nothing in the preview leads anywhere or loads anything: a note may hold any Markdown. */
const COMPONENTS: Partial<Components> = {
  a: ({ children, href }) => (
    <span className={styles.link} title={href}>
      {children}
    </span>
  ),
};

/** Blocks of a brief as a reader sees them; made anew only when they changed: a long brief takes a while. */
export const RenderedGroup = memo(function RenderedGroup({ group }: { group: BlockGroup }) {
  return (
    <div className={styles.group} data-continues={group.continues}>
      {toJsxRuntime(groupToHast(group), { Fragment, jsx, jsxs, components: COMPONENTS })}
    </div>
  );
});
