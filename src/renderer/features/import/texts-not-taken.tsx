import { useId, useState } from 'react';
import type { TextNotTaken } from '../../../domain/brief/text-not-taken.ts';
import { importTexts } from '../../../shared/texts/texts.ts';
import { copyTextsNotTaken } from '../../state/brief-import.ts';
import { Button } from '../../ui/button.tsx';
import styles from './import.module.css';

const words = importTexts.brief;

/** How many texts are listed before more are asked for. */
const PAGE = 50;

interface TextsNotTakenProps {
  readonly texts: readonly TextNotTaken[];
}

/** The words of an edited brief that no edit offers, as they stand in the file and where. */
export function TextsNotTaken({ texts }: TextsNotTakenProps) {
  const headingId = useId();
  const [limit, setLimit] = useState(PAGE);
  const [copied, setCopied] = useState<boolean>();
  if (texts.length === 0) return null;
  const left = texts.length - limit;
  return (
    <section className={styles.texts} aria-labelledby={headingId}>
      <div className={styles.head}>
        <h3 id={headingId}>{words.notTakenTitle}</h3>
        <span role="status" className={styles.path}>
          {copied !== undefined && (copied ? words.textsCopied : words.copyRefused)}
        </span>
        <Button onPress={() => setCopied(copyTextsNotTaken(texts))}>{words.copyTexts}</Button>
      </div>
      <p>{words.notTaken}</p>
      <ul aria-labelledby={headingId}>
        {texts.slice(0, limit).map((text, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several texts may stand in one line
          <li key={place}>
            <p className={styles.path}>{words.place(text.line, text.heading)}</p>
            <p className={styles.verbatim} lang="vi">
              {text.text}
            </p>
          </li>
        ))}
      </ul>
      {left > 0 && <Button onPress={() => setLimit(limit + PAGE)}>{words.moreTexts(left)}</Button>}
    </section>
  );
}
