import { useState } from 'react';
import { briefTexts as words } from '../../../shared/texts/texts.ts';
import type { BriefDesk } from '../../state/brief.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './preview.module.css';
import { RenderedBrief } from './rendered-brief.tsx';

type Form = keyof typeof words.forms;
const FORMS = (['rendered', 'markdown'] as const).map((value) => ({
  value,
  name: words.forms[value],
}));

interface PreviewProps {
  readonly desk: BriefDesk;
  /** The id for what says why there is nothing to save. */
  readonly emptyId: string;
}

/** The brief, exactly as it will be saved: as a reader would see it, or as it is written. */
export function Preview({ desk, emptyId }: PreviewProps) {
  const [form, setForm] = useState<Form>('rendered');
  return (
    <div className={styles.preview}>
      <div className={styles.bar}>
        <span className={styles.heading} aria-hidden="true">
          {words.preview}
        </span>
        <Segmented label={words.form} value={form} options={FORMS} onChange={setForm} />
      </div>
      <section
        className={styles.page}
        aria-label={words.preview}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        tabIndex={0}
      >
        <Page desk={desk} emptyId={emptyId} form={form} />
      </section>
    </div>
  );
}

function Page({ desk, emptyId, form }: PreviewProps & { form: Form }) {
  const { shown, totals, selection } = desk;
  if (totals.total === 0) {
    return (
      <div id={emptyId}>
        <EmptyState title={words.noHighlights} hint={words.noHighlightsHint} />
      </div>
    );
  }
  if (!shown) return <p className={styles.quiet}>{words.gathering}</p>;
  if (shown.brief.passageCount === 0) {
    const nothing = selection.tags.length === 0 && !selection.includeUntagged;
    return (
      <p id={emptyId} className={styles.quiet}>
        {nothing ? words.nothingChosen : words.nothingMatches}
      </p>
    );
  }
  if (form === 'rendered') return <RenderedBrief draft={shown} />;
  return (
    <pre className={styles.source}>
      {shown.head}
      {shown.body}
    </pre>
  );
}
