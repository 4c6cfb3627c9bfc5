import { ChevronDown, ChevronRight, GripVertical } from 'lucide-react';
import { Button, GridListItem } from 'react-aria-components';
import { briefTexts as words } from '../../../shared/texts/texts.ts';
import { includePassage } from '../../state/arrange-brief.ts';
import { toggleSection } from '../../state/builder.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import { ListCheckbox } from '../../ui/fields.tsx';
import styles from './order-tab.module.css';
import type { OutlineEntry } from './outline-entry.ts';

interface OutlineItemProps {
  readonly entry: OutlineEntry;
  readonly briefId: string;
}

/** A section or a passage as it stands in the outline. */
export function OutlineItem({ entry, briefId }: OutlineItemProps) {
  return entry.kind === 'section' ? (
    <SectionItem entry={entry} />
  ) : (
    <PassageItem entry={entry} briefId={briefId} />
  );
}

function Handle({ name }: { name: string }) {
  return (
    <Button slot="drag" className={styles.handle ?? ''} aria-label={words.drag(name)}>
      <GripVertical size={14} aria-hidden="true" />
    </Button>
  );
}

function SectionItem({ entry }: { entry: Extract<OutlineEntry, { readonly kind: 'section' }> }) {
  const { id, name, isArticle, count, isOpen } = entry;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <GridListItem id={id} textValue={name} className={`${styles.row} ${styles.section}`}>
      <Handle name={name} />
      <Button
        className={styles.fold ?? ''}
        aria-label={isOpen ? words.fold.close(name) : words.fold.open(name)}
        aria-expanded={isOpen}
        onPress={() => toggleSection(id)}
      >
        <Chevron size={15} aria-hidden="true" />
      </Button>
      <span className={styles.name} {...(isArticle && { lang: 'vi' })}>
        {name}
      </span>
      <span className={styles.count}>{count}</span>
    </GridListItem>
  );
}

function PassageItem({
  entry,
  briefId,
}: OutlineItemProps & { entry: Extract<OutlineEntry, { readonly kind: 'passage' }> }) {
  const workspace = useWorkspace();
  const { id, annotationId, quote, isLeftOut, facts } = entry;
  return (
    <GridListItem
      id={id}
      textValue={quote}
      className={`${styles.row} ${styles.passage} ${isLeftOut ? styles.leftOut : ''}`}
    >
      <Handle name={`“${words.last.short(quote)}”`} />
      <span className={styles.check}>
        <ListCheckbox
          label={words.include(quote)}
          isSelected={!isLeftOut}
          onChange={(isIn) => void includePassage(workspace, briefId, annotationId, isIn)}
        />
      </span>
      <span className={styles.words}>
        <span className={styles.quote} lang="vi">
          {quote}
        </span>
        {facts !== '' && <span className={styles.facts}>{facts}</span>}
      </span>
    </GridListItem>
  );
}
