import { useMemo, useState } from 'react';
import {
  Collection,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Text,
} from 'react-aria-components';
import type { Annotation } from '../../../domain/annotation/annotation.ts';
import { repairTexts as words } from '../../../shared/texts/texts.ts';
import { useLibrary } from '../../state/library.ts';
import { Button } from '../../ui/button.tsx';
import styles from './repair-list.module.css';

/** How many passages are listed before more are asked for. */
const PAGE = 100;

interface RepairListProps {
  readonly repairs: readonly Annotation[];
  readonly selectedId: string;
  readonly onSelect: (id: string) => void;
}

/** The passages, article by article; the arrow keys walk and select. */
export function RepairList({ repairs, selectedId, onSelect }: RepairListProps) {
  const [limit, setLimit] = useState(PAGE);
  const from = useFrom(repairs, selectedId, limit);
  const sections = useSections(repairs, from, limit);
  const left = repairs.length - from - limit;
  const [first] = repairs;
  return (
    <div className={styles.side}>
      {from > 0 && first && (
        <div className={styles.more}>
          <Button onPress={() => onSelect(first.id)}>{words.fromFirst(from)}</Button>
        </div>
      )}
      <ListBox
        aria-label={words.list}
        className={styles.list ?? ''}
        items={sections}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[selectedId]}
        onSelectionChange={(keys) => {
          const [key] = keys;
          if (key !== undefined) onSelect(String(key));
        }}
        autoFocus
      >
        {({ title, items }) => (
          <ListBoxSection>
            <Header className={styles.article ?? ''} lang="vi">
              {title}
            </Header>
            <Collection items={items}>{(annotation) => <Row annotation={annotation} />}</Collection>
          </ListBoxSection>
        )}
      </ListBox>
      {left > 0 && (
        <div className={styles.more}>
          <Button onPress={() => setLimit(limit + PAGE)}>{words.more(left)}</Button>
        </div>
      )}
    </div>
  );
}

/** Where the list begins: at the first, or at one far below that was brought up from its card. */
function useFrom(repairs: readonly Annotation[], selectedId: string, limit: number): number {
  const [from, setFrom] = useState(0);
  const at = repairs.findIndex(({ id }) => id === selectedId);
  if (at < 0 || (at >= from && at < from + limit)) return from;
  const next = at < limit ? 0 : at;
  setFrom(next);
  return next;
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly items: readonly Annotation[];
}

function useSections(
  repairs: readonly Annotation[],
  from: number,
  limit: number,
): readonly Section[] {
  const entries = useLibrary((library) => library.entries);
  return useMemo(() => {
    const titles = new Map(entries?.map(({ id, title }) => [id, title]));
    const byArticle = Map.groupBy(repairs.slice(from, from + limit), ({ articleId }) => articleId);
    return [...byArticle].map(([id, items]) => ({
      id: `article ${id}`,
      title: titles.get(id) ?? words.unknownArticle,
      items,
    }));
  }, [repairs, from, limit, entries]);
}

function Row({ annotation }: { annotation: Annotation }) {
  const { id, anchor } = annotation;
  const { exact } = anchor?.original.quote ?? annotation.quote;
  return (
    <ListBoxItem id={id} textValue={exact} className={styles.row ?? ''}>
      <Text slot="label" className={styles.quote ?? ''} lang="vi">
        {exact}
      </Text>
      <Text slot="description" className={styles.state ?? ''}>
        {anchor && words.states[anchor.state]}
      </Text>
    </ListBoxItem>
  );
}
