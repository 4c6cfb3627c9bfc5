/** The window's texts in the language in use. Another language is another file with the same shape. */

export { backupTexts } from './backup.en.ts';
export { briefTexts } from './brief.en.ts';
export { briefWordsEn as briefWords } from './brief-words.en.ts';
export { codebookTexts } from './codebook.en.ts';
export { exportTexts } from './export.en.ts';
export { historyTexts } from './history.en.ts';
export { importTexts } from './import.en.ts';
export { keysTexts } from './keys.en.ts';
export { repairTexts } from './repair.en.ts';
export { windowTexts as texts } from './window.en.ts';
