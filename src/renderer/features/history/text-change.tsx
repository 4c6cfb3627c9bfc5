import { changedPart } from '../../../domain/text/changed-part.ts';
import { historyTexts } from '../../../shared/texts/texts.ts';
import hidden from '../../ui/hidden.module.css';
import styles from './history.module.css';

const words = historyTexts.versions;

/** How many characters of what stayed are shown on either side of what changed. */
const CONTEXT = 80;

interface TextChangeProps {
  readonly before: string;
  readonly after: string;
  readonly titles: typeof words.note | typeof words.translation;
}

/** A text before and after, with what went struck out and what came underlined. */
export function TextChange({ before, after, titles }: TextChangeProps) {
  const { head, removed, added, tail } = changedPart(before, after);
  return (
    <>
      <p className={styles.did}>{titleOf(before, after, titles)}</p>
      <p className={styles.change}>
        {head.length > CONTEXT ? `…${[...head].slice(-CONTEXT).join('')}` : head}
        {removed !== '' && (
          <del>
            <span className={hidden.hidden}>{words.removed} </span>
            {removed}
          </del>
        )}
        {added !== '' && (
          <ins>
            <span className={hidden.hidden}>{words.added} </span>
            {added}
          </ins>
        )}
        {tail.length > CONTEXT ? `${[...tail].slice(0, CONTEXT).join('')}…` : tail}
      </p>
    </>
  );
}

function titleOf(before: string, after: string, titles: TextChangeProps['titles']): string {
  if (before === '') return titles.written;
  return after === '' ? titles.cleared : titles.changed;
}
