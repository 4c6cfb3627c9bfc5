import type { Finding, SaveProblem, StartProblem } from '../journal.ts';
import { count } from './count.en.ts';

const DISK: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Free some space, then try again.',
  EDQUOT: 'your share of the disk is full. Free some space, then try again.',
  EROFS: 'the folder of the app’s data can only be read. Allow writing to it, then try again.',
  EACCES: 'the folder of the app’s data can only be read. Allow writing to it, then try again.',
  EPERM: 'the folder of the app’s data can only be read. Allow writing to it, then try again.',
};

export function notSaved(problem: SaveProblem): string {
  if (problem.in === 'database') {
    return problem.name === 'QuotaExceededError'
      ? 'Not saved: the disk is full. Free some space, then try again.'
      : `Not saved: the database refused (${problem.name}). Try again; if it fails again, copy your latest notes elsewhere before closing.`;
  }
  const { kind, system } = problem.problem;
  switch (kind) {
    case 'disk':
      return `Not saved: ${DISK[system] ?? `the computer refused to write (${system}). Try again; if it fails again, copy your latest notes elsewhere before closing.`}`;
    case 'taken':
      return 'Not saved: another window of Bên Lề works on the same data. Close the other one, then try again.';
    case 'newer':
      return 'Not saved: a newer version of Bên Lề works on the same data. Install that version here, too.';
    case 'gap':
    case 'unanswered':
      return 'Not saved: the journal of your work did not answer. Try again; if it fails again, copy your latest notes elsewhere before closing.';
  }
}

export function notStarted(problem: StartProblem): string {
  switch (problem.kind) {
    case 'newer':
      return 'They were written by a newer version of Bên Lề, and this one might damage them. Nothing was touched. Install the newer version to go on.';
    case 'database':
      return `The database of your annotations did not open (${problem.name}). The journal of your work is untouched. Close other copies of Bên Lề, make sure that the disk is not full, then try again.`;
    case 'journal':
      return `The journal of your work could not be opened (${problem.problem.system}). Nothing was deleted. Make sure that the disk is not full and that the folder of the app’s data may be written to, then try again.`;
  }
}

export function foundAndPutRight(finding: Finding): string {
  switch (finding.kind) {
    case 'database-restored': {
      const rest = finding.setAside
        ? ` What the database held instead is kept in ${finding.setAside}, in the journal’s folder.`
        : '';
      return `The database of your annotations was damaged or behind. It was made anew from the journal: ${count(finding.annotations, 'annotation is', 'annotations are')} there.${rest}`;
    }
    case 'journal-rewritten':
      return 'The journal of your work was missing or did not fit. It was written anew from the database; nothing was lost.';
    case 'journal-resaved':
      return `Another program changed the line ends or the encoding of a file of the journal of your work. Nothing was lost, and the file has been put right. The other program’s version is kept as ${finding.setAside}, in the journal’s folder.`;
    case 'journal-damaged': {
      const lost =
        finding.lost === 0
          ? 'Nothing was lost.'
          : `${count(finding.lost, 'change', 'changes')} could not be read; your annotations are as the rest of the journal tells.`;
      const kept = finding.setAside
        ? ` The damaged file is kept as ${finding.setAside}, in the journal’s folder.`
        : '';
      return `A file of the journal of your work was damaged or missing. ${lost}${kept}`;
    }
  }
}
