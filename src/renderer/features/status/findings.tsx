import { ShieldCheck } from 'lucide-react';
import { texts } from '../../../shared/texts/texts.ts';
import { useFindings, useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './findings.module.css';

const words = texts.findings;

/** Says what had gone wrong with the files of the analyst's work and was put right, until they have read it. */
export function Findings() {
  const workspace = useWorkspace();
  const findings = useFindings();
  if (findings.length === 0) return null;
  return (
    <section className={styles.findings} role="alert" aria-label={words.label}>
      <ShieldCheck size={18} aria-hidden="true" />
      <div className={styles.words}>
        {findings.map((finding) => (
          <p key={words.of(finding)}>{words.of(finding)}</p>
        ))}
      </div>
      <Button onPress={() => workspace.dismissFindings()}>{words.dismiss}</Button>
    </section>
  );
}
