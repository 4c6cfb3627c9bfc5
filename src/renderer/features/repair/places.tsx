import { Fragment, useId } from 'react';
import type { Anchor, TextPositionSelector } from '../../../domain/annotation/annotation.ts';
import { surroundingsOf } from '../../../domain/annotation/surroundings.ts';
import type { Article } from '../../../domain/article/article.ts';
import { changedWords } from '../../../domain/text/changed-words.ts';
import { repairTexts as words } from '../../../shared/texts/texts.ts';
import type { Candidates, Place } from '../../state/candidates.ts';
import { Button } from '../../ui/button.tsx';
import hidden from '../../ui/hidden.module.css';
import { Amid } from './amid.tsx';
import styles from './repair.module.css';

/** How many characters of what stands around a place are shown on either side. */
const AROUND = 90;

interface PlacesProps {
  readonly state: Anchor['state'];
  /** What was marked; `undefined` where that is not known, so that places cannot be compared with it. */
  readonly quote: string | undefined;
  readonly candidates: Candidates | 'unreadable' | undefined;
  readonly onShow: (position: TextPositionSelector) => void;
  readonly onAccept: () => void;
  readonly onUse: (article: Article, position: TextPositionSelector) => void;
}

/** Where the passage may stand now: where a moved one was found, and other places, best first. */
export function Places({ state, quote, candidates, onShow, onAccept, onUse }: PlacesProps) {
  if (candidates === 'unreadable') return <p className={styles.meaning}>{words.unreadable}</p>;
  if (!candidates) return <p className={styles.meaning}>{words.looking}</p>;
  const { article, text, own, others } = candidates;
  const shown = { text, quote, onShow };
  const othersTitle = own ? words.others : state === 'lost' ? words.similar : words.places;
  return (
    <>
      {own && (
        <>
          <h4 className={styles.label}>{words.now}</h4>
          <PlaceShown {...shown} place={own} action={words.accept} isMain onPress={onAccept} />
        </>
      )}
      {others.length > 0 && (
        <>
          <h4 className={styles.label}>{othersTitle}</h4>
          <ol className={styles.places}>
            {others.map((place) => (
              <li key={`${place.position.start} ${place.position.end}`}>
                <PlaceShown
                  {...shown}
                  place={place}
                  action={words.usePlace}
                  onPress={() => onUse(article, place.position)}
                />
              </li>
            ))}
          </ol>
        </>
      )}
      {!own && others.length === 0 && <p className={styles.meaning}>{words.nowhere}</p>}
    </>
  );
}

interface PlaceShownProps {
  readonly text: string;
  readonly quote: string | undefined;
  readonly place: Place;
  readonly action: string;
  readonly isMain?: boolean;
  readonly onPress: () => void;
  readonly onShow: (position: TextPositionSelector) => void;
}

/** A place with what stands around it, what the passage has lost there, and what it has got. */
function PlaceShown(props: PlaceShownProps) {
  const { text, quote, place, action, isMain, onPress, onShow } = props;
  const wordsId = useId();
  const { position, score, paragraph } = place;
  const found = text.slice(position.start, position.end);
  return (
    <div className={styles.place}>
      <Amid id={wordsId} surroundings={surroundingsOf(text, position, AROUND)}>
        {quote === undefined ? found : <Changed before={quote} after={found} />}
      </Amid>
      {found === quote && isMain && <p className={styles.meaning}>{words.sameWords}</p>}
      <p className={styles.foot}>
        <Button
          variant={isMain ? 'primary' : 'outlined'}
          aria-describedby={wordsId}
          onPress={onPress}
        >
          {action}
        </Button>
        <span className={styles.fit}>
          {words.paragraph(paragraph)} · {words.fit(score)}
        </span>
        <Button variant="quiet" aria-describedby={wordsId} onPress={() => onShow(position)}>
          {words.show}
        </Button>
      </p>
    </div>
  );
}

/** A text with what went struck out and what came underlined. */
function Changed({ before, after }: { before: string; after: string }) {
  let at = 0;
  return changedWords(before, after).map(({ kind, text }) => {
    at += text.length;
    const key = `${kind}${at}`;
    if (kind === 'same') return <span key={key}>{text}</span>;
    const Element = kind === 'removed' ? 'del' : 'ins';
    const word = text.trimStart();
    return (
      <Fragment key={key}>
        {text.slice(0, text.length - word.length)}
        <Element>
          <span className={hidden.hidden}>{words[kind]} </span>
          {word}
        </Element>
      </Fragment>
    );
  });
}
