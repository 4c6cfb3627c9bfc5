import { backupTexts as words } from '../../../shared/texts/texts.ts';
import type { Proposal as ProposalOf } from '../../state/backup.ts';
import styles from './backup.module.css';
import { Counts } from './counts.tsx';
import { Damage } from './damage.tsx';
import { Items } from './items.tsx';

const KINDS = ['conflicting', 'changed', 'new'] as const;

/** What a backup is, what is wrong with it, and what restoring it would do. */
export function Proposal({ proposal }: { proposal: ProposalOf }) {
  const { file, restoration, isNew } = proposal;
  const { plan } = restoration;
  const { header } = file;
  const isEmpty = plan.effects.length === 0;
  return (
    <div className={styles.proposal}>
      <p className={styles.origin}>
        <strong>{header ? words.written(header.time, header.app) : words.writtenUnknown}</strong>
        <span className={styles.path}>{words.file(file.path)}</span>
      </p>
      {isNew && (
        <p role="alert" className={styles.notice}>
          {words.isNew}
        </p>
      )}
      <Damage proposal={proposal} />
      {isEmpty ? (
        <p role="status">{file.rows.length === 0 ? words.nothingReadable : words.nothing}</p>
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
