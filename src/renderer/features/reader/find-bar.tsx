import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Hit } from '../../../domain/text/find.ts';
import { texts } from '../../../shared/texts/texts.ts';
import { useReading } from '../../state/reading.ts';
import { updateFind, useView } from '../../state/view.ts';
import { IconButton } from '../../ui/button.tsx';
import styles from './find-bar.module.css';

interface FindBarProps {
  readonly hits: readonly Hit[];
}

/** Search in the article at hand: Enter and Shift+Enter walk the hits, Escape goes back to reading. */
export function FindBar({ hits }: FindBarProps) {
  const total = hits.length;
  const { query, exactTones, iForY, current, asked } = useView((view) => view.find);
  const input = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again goes to the field again
  useEffect(() => input.current?.select(), [asked]);

  const step = (by: 1 | -1) => {
    if (total > 0) updateFind({ current: (current + by + total) % total });
  };
  const close = () => {
    updateFind({ open: false });
    const { surface } = useReading.getState();
    const hit = hits[current];
    // What was found is selected, so that it can be tagged at once.
    if (hit) surface?.select(hit);
    else surface?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  };
  const words = texts.find;
  return (
    <search className={styles.bar} aria-label={words.label}>
      <input
        ref={input}
        className={styles.query}
        type="text"
        aria-label={words.query}
        placeholder={words.placeholder}
        value={query}
        onChange={(event) => updateFind({ query: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <span className={styles.hits} aria-live="polite">
        {query.trim() !== '' && words.hits(current + 1, total)}
      </span>
      <FindSwitch
        isOn={exactTones}
        name={words.exactTones}
        label={words.exactTonesShort}
        onPress={() => updateFind({ exactTones: !exactTones })}
      />
      <FindSwitch
        isOn={iForY}
        name={words.iForY}
        label={words.iForYShort}
        onPress={() => updateFind({ iForY: !iForY })}
      />
      <IconButton
        icon={ChevronUp}
        label={words.previous}
        keys="⇧ Enter"
        isDisabled={total === 0}
        onPress={() => step(-1)}
      />
      <IconButton
        icon={ChevronDown}
        label={words.next}
        keys="Enter"
        isDisabled={total === 0}
        onPress={() => step(1)}
      />
      <IconButton icon={X} label={words.close} keys="Esc" onPress={close} />
    </search>
  );
}

interface FindSwitchProps {
  readonly isOn: boolean;
  readonly name: string;
  readonly label: string;
  readonly onPress: () => void;
}

/** Says what counts as the same when searching. */
function FindSwitch({ isOn, name, label, onPress }: FindSwitchProps) {
  return (
    <button
      type="button"
      className={styles.switch}
      aria-pressed={isOn}
      aria-label={name}
      title={name}
      onClick={onPress}
    >
      {label}
    </button>
  );
}
