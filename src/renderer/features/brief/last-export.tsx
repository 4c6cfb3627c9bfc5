import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { isAsExported, type SinceExport } from '../../../domain/brief/export-record.ts';
import { briefTexts, exportTexts } from '../../../shared/texts/texts.ts';
import type { BriefDesk } from '../../state/brief.ts';
import { useLastExport, useQuotes } from '../../state/since-export.ts';
import styles from './last-export.module.css';

const words = briefTexts.last;

/** How many passages are named before the rest is only counted. */
const NAMED = 12;

/** When the brief was exported last, and what is different now. */
export function LastExport({ desk }: { desk: BriefDesk }) {
  const { brief, shown } = desk;
  const last = useLastExport(brief.id, shown);
  if (!last) return null;
  const { exported, since } = last;
  const said = words.exported(exported.time, exportTexts.formats[exported.format]);
  return (
    <span className={styles.last}>
      <span title={exported.path}>{said}</span>
      {since && ' · '}
      {since && (isAsExported(since) ? words.same : <Since since={since} />)}
    </span>
  );
}

function Since({ since }: { since: SinceExport }) {
  const { added, changed, gone, parts } = since;
  const counts = {
    added: added.length,
    changed: changed.length,
    gone: gone.length,
    parts: parts.length,
  };
  return (
    <DialogTrigger>
      <Button className={styles.open ?? ''}>{words.since(counts)}</Button>
      <Popover className={styles.popover ?? ''} placement="top start" offset={8}>
        <Dialog className={styles.list ?? ''}>
          <Heading slot="title" className={styles.title ?? ''}>
            {words.title}
          </Heading>
          <Passages title={words.added} ids={added} />
          <Passages title={words.changed} ids={changed} />
          <Passages title={words.gone} ids={gone} />
          {parts.length > 0 && (
            <Names
              title={words.parts}
              names={parts.map((part) => words.partNames[part])}
              left={0}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Passages({ title, ids }: { title: string; ids: readonly string[] }) {
  const shown = ids.slice(0, NAMED);
  const quotes = useQuotes(shown);
  if (ids.length === 0) return null;
  const names = shown.map((id) => quotes.get(id) ?? words.deletedPassage);
  return <Names title={title} names={names} left={ids.length - shown.length} lang="vi" />;
}

interface NamesProps {
  readonly title: string;
  readonly names: readonly string[];
  /** How many more there are. */
  readonly left: number;
  readonly lang?: string;
}

function Names({ title, names, left, lang }: NamesProps) {
  return (
    <>
      <h4 className={styles.head}>{title}</h4>
      <ul className={styles.names} lang={lang}>
        {names.map((name, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two passages can say the same
          <li key={at}>{words.short(name)}</li>
        ))}
      </ul>
      {left > 0 && <p className={styles.more}>{words.more(left)}</p>}
    </>
  );
}
