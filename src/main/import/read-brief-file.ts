import type { BriefLibrary } from '../../domain/brief/brief-vocabulary.ts';
import { readEditedBrief } from '../../domain/brief/read-edited-brief.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { ImportedBrief } from '../../shared/import.ts';
import { briefWordsEn } from '../../shared/texts/brief-words.en.ts';
import { decodeText } from './readers/decode-text.ts';
import type { ReadProblem } from './readers/read-import.ts';

/**
 * Reads a Markdown brief of this app, edited or not.
 * @param library what a brief may name.
 */
export function readBriefFile(
  bytes: Uint8Array,
  library: BriefLibrary,
): Result<Pick<ImportedBrief, 'brief'>, ReadProblem> {
  const text = textOf(bytes);
  if (text === undefined) return failed({ kind: 'unknown', detail: '' });
  const brief = readEditedBrief(text, briefWordsEn, library);
  return brief ? ok({ brief }) : failed({ kind: 'not-ours', detail: '' });
}

/** @returns `undefined` when it is no text: then it is no Markdown. */
function textOf(bytes: Uint8Array): string | undefined {
  const text = decodeText(bytes);
  return text?.includes('\0') ? undefined : text?.replace(/^\uFEFF/, '');
}
