import { useState } from 'react';
import { hasLinks } from '../../../domain/brief/saved-brief.ts';
import { briefTexts as words } from '../../../shared/texts/texts.ts';
import type { BriefDesk } from '../../state/brief.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './preview.module.css';
import { type Form, PreviewPage } from './preview-page.tsx';
import { whyEmpty } from './why-empty.ts';

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
        // Another brief is looked at from its beginning.
        key={desk.brief.id}
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
  const { brief, shown, body, totals } = desk;
  if (totals.total === 0) {
    return (
      <div id={emptyId}>
        <EmptyState title={words.noHighlights} hint={words.noHighlightsHint} />
      </div>
    );
  }
  if (!shown || !body) return <p className={styles.quiet}>{words.gathering}</p>;
  if (shown.passageCount === 0) {
    return (
      <p id={emptyId} className={styles.quiet}>
        {whyEmpty(desk)}
      </p>
    );
  }
  return (
    <PreviewPage
      key={brief.id}
      shown={shown}
      body={body}
      form={form}
      dialect={brief.dialect}
      links={hasLinks(brief.links, 'markdown')}
    />
  );
}
