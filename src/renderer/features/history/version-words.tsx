import type { Translation } from '../../../domain/annotation/annotation.ts';
import type { Version } from '../../../domain/annotation/versions.ts';
import { historyTexts } from '../../../shared/texts/texts.ts';
import { useTagNames } from '../../state/history.ts';
import { useCodebook } from '../../state/workspace-context.tsx';
import { TagChip } from '../../ui/tag-chip.tsx';
import styles from './history.module.css';
import { TextChange } from './text-change.tsx';

const words = historyTexts.versions;

/** What one change did to an annotation, in words. */
export function VersionWords({ version }: { version: Version }) {
  const { before, after, step, tagsAdded, tagsRemoved, noteChanged, passageChanged } = version;
  const { translationChanged, privacyChanged } = version;
  const isTold = noteChanged || privacyChanged || translationChanged || passageChanged;
  const isOther =
    step === 'edited' && !isTold && tagsAdded.length === 0 && tagsRemoved.length === 0;
  return (
    <>
      {step !== 'edited' && <p className={styles.did}>{words.steps[step]}</p>}
      {passageChanged && <p className={styles.did}>{words.passageChanged}</p>}
      <TagWords ids={tagsAdded} one={words.tagAdded} many={words.tagsAdded} />
      <TagWords ids={tagsRemoved} one={words.tagRemoved} many={words.tagsRemoved} />
      {noteChanged && (
        <TextChange before={before?.note ?? ''} after={after?.note ?? ''} titles={words.note} />
      )}
      {privacyChanged && (
        <p className={styles.did}>{after?.isNotePrivate ? words.madePrivate : words.madePublic}</p>
      )}
      {translationChanged && (
        <TranslationChange before={before?.translation} after={after?.translation} />
      )}
      {isOther && <p className={styles.did}>{words.other}</p>}
    </>
  );
}

interface TranslationChangeProps {
  readonly before: Translation | undefined;
  readonly after: Translation | undefined;
}

function TranslationChange({ before, after }: TranslationChangeProps) {
  const isOtherText = before?.text !== after?.text;
  const isOtherCheck = after !== undefined && (before?.checked ?? false) !== after.checked;
  return (
    <>
      {isOtherText && (
        <TextChange
          before={before?.text ?? ''}
          after={after?.text ?? ''}
          titles={words.translation}
        />
      )}
      {isOtherCheck && (
        <p className={styles.did}>{after.checked ? words.checked : words.unchecked}</p>
      )}
    </>
  );
}

interface TagWordsProps {
  readonly ids: readonly string[];
  readonly one: string;
  readonly many: string;
}

/** Tags by their names now, or as they were called when they left the codebook. */
function TagWords({ ids, one, many }: TagWordsProps) {
  const codebook = useCodebook();
  const names = useTagNames(ids);
  if (ids.length === 0) return null;
  return (
    <p className={styles.tagLine}>
      <span className={styles.did}>{ids.length === 1 ? one : many}</span>
      {ids.map((id) => {
        const tag = codebook.find((known) => known.id === id);
        if (tag) return <TagChip key={id} name={tag.name} colour={tag.colour} wraps />;
        return <span key={id}>{names?.get(id) ?? words.unknownTag}</span>;
      })}
    </p>
  );
}
