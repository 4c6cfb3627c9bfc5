import { Fragment, type ReactNode } from 'react';
import type { Chord, KeyGroup } from '../../../shared/texts/keys.en.ts';
import { keysTexts as words } from '../../../shared/texts/texts.ts';
import { isMac } from '../../state/keys.ts';
import { useCodebook } from '../../state/workspace-context.tsx';
import { TagChip } from '../../ui/tag-chip.tsx';
import styles from './key-tables.module.css';

/** All keys by what they are for, in two columns where there is room. */
export function KeyTables() {
  return (
    <section
      className={styles.keys}
      aria-label={words.title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it may be longer than the window, and is read by scrolling
      tabIndex={0}
    >
      <div className={styles.groups}>
        {words.groups.map((group) => (
          <Group key={group.title} group={group} />
        ))}
      </div>
      <p className={styles.hint}>{words.hint}</p>
    </section>
  );
}

function Group({ group }: { group: KeyGroup }) {
  return (
    <table className={styles.group}>
      <caption className={styles.title}>{group.title}</caption>
      <tbody>
        {group.listsTags && <TagRows />}
        {group.rows.map(({ chords, does }) => (
          <Row key={does} chords={chords}>
            {does}
          </Row>
        ))}
      </tbody>
    </table>
  );
}

/** The tags that have a digit, by their digits. */
function TagRows() {
  const tags = useCodebook()
    .flatMap(({ id, name, colour, shortcut }) => (shortcut ? [{ id, name, colour, shortcut }] : []))
    .sort((a, b) => Number(a.shortcut) - Number(b.shortcut));
  if (tags.length === 0) return <Row chords={[['1'], ['9']]}>{words.noTagKeys}</Row>;
  return tags.map(({ id, name, colour, shortcut }) => (
    <Row key={id} chords={[[shortcut]]}>
      <TagChip name={name} colour={colour} wraps />
    </Row>
  ));
}

function Row({ chords, children }: { chords: readonly Chord[]; children: ReactNode }) {
  return (
    <tr>
      <th scope="row" className={styles.chords}>
        {chords.map((chord) => (
          <Keys key={chord.join()} chord={chord} />
        ))}
      </th>
      <td className={styles.does}>{children}</td>
    </tr>
  );
}

function Keys({ chord }: { chord: Chord }) {
  return (
    <span className={styles.chord}>
      {chord.map((key, place) => (
        <Fragment key={key}>
          {place > 0 && <span className={styles.plus}>+</span>}
          <kbd>{(isMac && words.macKeys[key]) || key}</kbd>
        </Fragment>
      ))}
    </span>
  );
}
