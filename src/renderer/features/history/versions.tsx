import { useId, useRef, useState } from 'react';
import type { Annotation } from '../../../domain/annotation/annotation.ts';
import { saysTheSame } from '../../../domain/annotation/edit.ts';
import type { Version } from '../../../domain/annotation/versions.ts';
import { historyTexts } from '../../../shared/texts/texts.ts';
import { restoreVersion, useVersions } from '../../state/history.ts';
import { useAllAnnotations, useWorkspace } from '../../state/workspace-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './history.module.css';
import { Source } from './source.tsx';
import { useWantedFocus } from './use-wanted-focus.ts';
import { VersionWords } from './version-words.tsx';

const words = historyTexts.versions;

/** How many versions are shown before more are asked for. */
const PAGE = 50;

/** All that was done to one annotation; each state it was in can be had again. */
export function Versions({ annotationId }: { annotationId: string }) {
  const workspace = useWorkspace();
  const versions = useVersions(annotationId);
  const current = useAllAnnotations().get(annotationId);
  const [limit, setLimit] = useState(PAGE);
  const body = useRef<HTMLDivElement>(null);
  const wantFocus = useWantedFocus(body);
  if (!versions) return null;
  const annotation = current ?? versions[0]?.before;
  const restore = async (version: Version) => {
    if (await restoreVersion(workspace, version)) wantFocus('ol');
  };
  return (
    <div ref={body} className={styles.body} tabIndex={-1}>
      {annotation && <Subject annotation={annotation} />}
      {!current && <p className={styles.none}>{words.gone}</p>}
      <ol className={styles.list} aria-label={words.list} tabIndex={-1}>
        {versions.slice(0, limit).map((version, place) => (
          <VersionRow
            key={version.batch}
            version={version}
            isCurrent={place === 0 && current !== undefined}
            isSame={!current || !version.after || saysTheSame(version.after, current)}
            onRestore={() => void restore(version)}
          />
        ))}
      </ol>
      {versions.length > limit && (
        <Button onPress={() => setLimit(limit + PAGE)}>{historyTexts.more}</Button>
      )}
    </div>
  );
}

/** What the history is about. */
function Subject({ annotation }: { annotation: Annotation }) {
  return (
    <header className={styles.subject}>
      <blockquote className={styles.quote} lang="vi">
        {annotation.quote.exact}
      </blockquote>
      <p className={styles.meta}>
        <Source articleId={annotation.articleId} />
      </p>
    </header>
  );
}

interface VersionRowProps {
  readonly version: Version;
  readonly isCurrent: boolean;
  /** Whether going back to it would change nothing. */
  readonly isSame: boolean;
  readonly onRestore: () => void;
}

function VersionRow({ version, isCurrent, isSame, onRestore }: VersionRowProps) {
  const nameId = useId();
  const { kind, time } = version;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <div id={nameId} className={styles.what}>
          <VersionWords version={version} />
        </div>
        <p className={styles.meta}>
          <span>{historyTexts.moment(time)}</span>
          {kind === 'undo' && <span>{words.byUndo}</span>}
          {kind === 'redo' && <span>{words.byRedo}</span>}
        </p>
      </div>
      <div className={styles.buttons}>
        {isCurrent && <span className={styles.soft}>{words.current}</span>}
        {!isSame && (
          <Button aria-describedby={nameId} onPress={onRestore}>
            {words.restore}
          </Button>
        )}
      </div>
    </li>
  );
}
