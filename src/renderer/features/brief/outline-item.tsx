import { ChevronDown, ChevronRight, GripVertical } from 'lucide-react';
import { Button, GridListItem } from 'react-aria-components';
import type { BriefPassage } from '../../../domain/brief/brief.ts';
import type { OutlineRow } from '../../../domain/brief/outline.ts';
import { briefTexts as words } from '../../../shared/texts/texts.ts';
import { includePassage } from '../../state/arrange-brief.ts';
import { toggleSection } from '../../state/builder.ts';
import { useWorkspace } from '../../state/workspace-context.tsx';
import { Checkbox } from '../../ui/fields.tsx';
import styles from './order-tab.module.css';
import { subjectName } from './subject-name.ts';

interface OutlineItemProps {
  readonly row: OutlineRow;
  readonly briefId: string;
}

/** A section or a passage as it stands in the outline. */
export function OutlineItem({ row, briefId }: OutlineItemProps) {
  return row.kind === 'section' ? (
    <SectionItem row={row} />
  ) : (
    <PassageItem row={row} briefId={briefId} />
  );
}

function Handle({ name }: { name: string }) {
  return (
    <Button slot="drag" className={styles.handle ?? ''} aria-label={words.drag(name)}>
      <GripVertical size={14} aria-hidden="true" />
    </Button>
  );
}

function SectionItem({ row }: { row: Extract<OutlineRow, { readonly kind: 'section' }> }) {
  const { id, section, included, isOpen } = row;
  const name = subjectName(section.subject);
  const isArticle = section.subject.by === 'article';
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
      <span className={styles.count}>{words.sectionCount(included, section.passages.length)}</span>
    </GridListItem>
  );
}

function PassageItem({
  row,
  briefId,
}: OutlineItemProps & { row: Extract<OutlineRow, { readonly kind: 'passage' }> }) {
  const workspace = useWorkspace();
  const { id, passage, isLeftOut } = row;
  const { annotationId, quote } = passage;
  const facts = factsOf(passage, isLeftOut);
  return (
    <GridListItem
      id={id}
      textValue={quote}
      className={`${styles.row} ${styles.passage} ${isLeftOut ? styles.leftOut : ''}`}
    >
      <Handle name={`“${words.last.short(quote)}”`} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the row would take the key for its own */}
      <span
        className={styles.check}
        onKeyDown={(event) => event.key === ' ' && event.stopPropagation()}
      >
        <Checkbox
          aria-label={words.include(quote)}
          isSelected={!isLeftOut}
          onChange={(isIn) => void includePassage(workspace, briefId, annotationId, isIn)}
        >
          {null}
        </Checkbox>
      </span>
      <span className={styles.words}>
        <span className={styles.quote} lang="vi">
          {quote}
        </span>
        {facts.length > 0 && <span className={styles.facts}>{facts.join(' · ')}</span>}
      </span>
    </GridListItem>
  );
}

/** What is to be known of a passage before it is sent to anybody. */
function factsOf({ translation, verified, detached }: BriefPassage, isLeftOut: boolean): string[] {
  const { leftOut, unchecked, translated, unverifiedPassage } = words;
  const facts: (string | false | undefined)[] = [
    isLeftOut && leftOut,
    !verified && !detached && unverifiedPassage,
    translation && (translation.checked ? translated : unchecked),
  ];
  return facts.filter((fact) => typeof fact === 'string');
}
