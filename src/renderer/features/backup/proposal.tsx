import { type Omission, OmissionList } from '../../../domain/exchange/omissions.ts';
import { importTexts, backupTexts as words } from '../../../shared/texts/texts.ts';
import type { Proposal as ProposalOf, Source } from '../../state/merging.ts';
import styles from './backup.module.css';
import { Counts } from './counts.tsx';
import { Damage } from './damage.tsx';
import { Items } from './items.tsx';
import { Omissions } from './omissions.tsx';

const KINDS = ['conflicting', 'changed', 'new'] as const;

/** What a file is, what is wrong with it, and what taking it over would do. */
export function Proposal({ proposal }: { proposal: ProposalOf }) {
  const { source, restoration, isNew } = proposal;
  const { plan, omissions } = restoration;
  const isEmpty = plan.effects.length === 0;
  return (
    <div className={styles.proposal}>
      <p className={styles.origin}>
        <strong>{originOf(source)}</strong>
        <span className={styles.path}>{words.file(source.file.path)}</span>
      </p>
      {isNew && (
        <p role="alert" className={styles.notice}>
          {words.isNew}
        </p>
      )}
      {source.kind === 'backup' && <Damage file={source.file} />}
      <Omissions omissions={allOmissions(source, omissions)} />
      {isEmpty ? (
        <p role="status">{nothingIn(source, omissions.length)}</p>
      ) : (
        <>
          <Counts counts={plan.counts} />
          {KINDS.map((kind) => (
            <Items key={kind} kind={kind} plan={plan} rows={restoration.rows} />
          ))}
        </>
      )}
    </div>
  );
}

/** What was left out when the file was read, and what is when it is taken over. */
function allOmissions(source: Source, omissions: readonly Omission[]): readonly Omission[] {
  const list = new OmissionList();
  if (source.kind === 'import') list.addAll(source.file.leftOut);
  list.addAll(omissions);
  return list.list;
}

/** Why there is nothing to take over. An import brings only what is not here already. */
function nothingIn({ kind, file }: Source, omissions: number): string {
  if (file.rows.length > 0) return words.nothing;
  const isWhole = kind === 'import' && file.leftOut.length + omissions === 0;
  return isWhole ? importTexts.allHere : words.nothingReadable;
}

function originOf(source: Source): string {
  if (source.kind === 'import') return importTexts.origin(source.file);
  const { header } = source.file;
  return header ? words.written(header.time, header.app) : words.writtenUnknown;
}
