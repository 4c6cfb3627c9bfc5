import { useState } from 'react';
import { importTexts } from '../../../shared/texts/texts.ts';
import {
  type BriefImport,
  chooseAllEdits,
  chooseEdit,
  hasAlternatives,
} from '../../state/brief-import.ts';
import { Button } from '../../ui/button.tsx';
import { EditRow } from './edit-row.tsx';
import styles from './import.module.css';
import { TextsNotTaken } from './texts-not-taken.tsx';

const words = importTexts.brief;

/** How many edits are listed before more are asked for. */
const PAGE = 50;

interface BriefOfferProps {
  readonly offer: NonNullable<BriefImport['offer']>;
  readonly chosen: BriefImport['chosen'];
}

/** What a brief says otherwise, to be chosen from, and what cannot be taken over. */
export function BriefOffer({ offer, chosen }: BriefOfferProps) {
  const [limit, setLimit] = useState(PAGE);
  const { file, edits } = offer;
  const left = edits.length - limit;
  return (
    <div className={styles.offer}>
      <p className={styles.origin}>
        <strong>{file.brief.title || words.untitled}</strong>
        <span className={styles.path}>{file.path}</span>
        <span className={styles.path}>{words.read(file.brief.passages.length)}</span>
      </p>
      {offer.newer > 0 && <p>{words.newer(offer.newer)}</p>}
      {edits.length > 0 && offer.notTaken.length > 0 && (
        <p>{words.notTakenBelow(offer.notTaken.length)}</p>
      )}
      <NotTaken offer={offer} />
      {edits.length === 0 ? (
        <p role="status">{nothingIn(offer)}</p>
      ) : (
        <>
          <div className={styles.head}>
            <p>{words.choose}</p>
            <Button variant="quiet" onPress={() => chooseAllEdits(true)}>
              {words.all}
            </Button>
            <Button variant="quiet" onPress={() => chooseAllEdits(false)}>
              {words.none}
            </Button>
          </div>
          <ul className={styles.edits} aria-label={words.list}>
            {edits.slice(0, limit).map((edit, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells an edit from the others
              <li key={place} className={styles.edit}>
                <EditRow
                  edit={edit}
                  isOneOfSeveral={hasAlternatives(offer, edit)}
                  isChosen={chosen.has(place)}
                  onChoose={(isChosen) => chooseEdit(place, isChosen)}
                />
              </li>
            ))}
          </ul>
          {left > 0 && <Button onPress={() => setLimit(limit + PAGE)}>{words.more(left)}</Button>}
        </>
      )}
      <TextsNotTaken texts={offer.notTaken} />
    </div>
  );
}

/** Why there is nothing to choose from. */
function nothingIn({ newer, notTaken }: BriefOfferProps['offer']): string {
  if (notTaken.length > 0) return words.nothingButTexts;
  return newer > 0 ? words.nothingNewer : words.nothing;
}

/** Quotes that were changed, and what is not here or cannot be read. */
function NotTaken({ offer }: Pick<BriefOfferProps, 'offer'>) {
  const { requoted, unknown, unread } = offer;
  return (
    <>
      {unread.length > 0 && (
        <Kept
          title={words.unreadTitle(unread.length)}
          effect={words.unread}
          quotes={unread.map(({ quote }) => quote.exact)}
        />
      )}
      {requoted.length > 0 && (
        <Kept
          title={words.requotedTitle(requoted.length)}
          effect={words.requoted}
          quotes={requoted.map(({ quote }) => quote.exact)}
        />
      )}
      {unknown.length > 0 && (
        <Kept
          title={words.unknownTitle(unknown.length)}
          effect={words.unknown}
          quotes={unknown.map(({ quote }) => quote)}
        />
      )}
    </>
  );
}

interface KeptProps {
  readonly title: string;
  readonly effect: string;
  readonly quotes: readonly string[];
}

function Kept({ title, effect, quotes }: KeptProps) {
  return (
    <details className={styles.kept}>
      <summary className={styles.keptTitle}>{title}</summary>
      <p>{effect}</p>
      <ul lang="vi">
        {quotes.slice(0, PAGE).map((quote) => (
          <li key={quote}>{quote}</li>
        ))}
      </ul>
    </details>
  );
}
