import { changedPart } from '../../../domain/text/changed-part.ts';
import { historyTexts } from '../../../shared/texts/texts.ts';
import { TextDiff } from '../../ui/text-diff.tsx';
import styles from './history.module.css';

const words = historyTexts.versions;

interface TextChangeProps {
  readonly before: string;
  readonly after: string;
  readonly titles: typeof words.note | typeof words.translation;
}

/** What became of a text. */
export function TextChange({ before, after, titles }: TextChangeProps) {
  return (
    <>
      <p className={styles.did}>{titleOf(before, after, titles)}</p>
      <TextDiff change={changedPart(before, after)} labels={words} />
    </>
  );
}

function titleOf(before: string, after: string, titles: TextChangeProps['titles']): string {
  if (before === '') return titles.written;
  return after === '' ? titles.cleared : titles.changed;
}
