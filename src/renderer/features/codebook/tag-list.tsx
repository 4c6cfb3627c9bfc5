import type { RefObject } from 'react';
import { ListBox, ListBoxItem, Text } from 'react-aria-components';
import type { Tag } from '../../../domain/tag/tag.ts';
import { codebookTexts as words } from '../../../shared/texts/texts.ts';
import { useCodebook } from '../../state/workspace-context.tsx';
import hidden from '../../ui/hidden.module.css';
import { TagChip } from '../../ui/tag-chip.tsx';
import styles from './tag-list.module.css';

interface TagListProps {
  readonly ref: RefObject<HTMLDivElement | null>;
  /** How many annotations have each tag. */
  readonly uses: ReadonlyMap<string, number>;
  readonly selectedId: string;
  readonly onSelect: (id: string) => void;
  readonly autoFocus: boolean;
}

/** The codebook, a compact row a tag; the arrow keys walk and select. */
export function TagList({ ref, uses, selectedId, onSelect, autoFocus }: TagListProps) {
  const codebook = useCodebook();
  return (
    <ListBox
      ref={ref}
      aria-label={words.list}
      className={styles.list ?? ''}
      items={codebook}
      dependencies={[uses]}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={[selectedId]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        if (key !== undefined) onSelect(String(key));
      }}
      autoFocus={autoFocus}
    >
      {(tag) => <Row tag={tag} uses={uses.get(tag.id) ?? 0} />}
    </ListBox>
  );
}

function Row({ tag, uses }: { tag: Tag; uses: number }) {
  return (
    <ListBoxItem id={tag.id} textValue={tag.name} className={styles.row ?? ''}>
      <Text slot="label" className={styles.name ?? ''}>
        <TagChip name={tag.name} colour={tag.colour} />
      </Text>
      <Text slot="description" className={hidden.hidden ?? ''}>
        {words.rowDetails(uses, tag.shortcut)}
      </Text>
      <span className={styles.count} aria-hidden="true">
        {uses}
      </span>
      <span className={styles.key} aria-hidden="true">
        {tag.shortcut && <kbd>{tag.shortcut}</kbd>}
      </span>
    </ListBoxItem>
  );
}
