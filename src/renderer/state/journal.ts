import { failed } from '../../domain/result.ts';
import type { Channel } from '../../shared/channels.ts';
import type { Answers, Arguments } from '../../shared/contract.ts';
import type { JournalProblem } from '../../shared/journal.ts';
import { ask } from '../platform/platform.ts';

type JournalChannel = Extract<Channel, `journal:${string}` | 'database:clear'>;

/** Asks the main process something of the journal; see `Answers`. It never rejects. */
export type AskJournal = <Name extends JournalChannel>(
  channel: Name,
  ...args: Arguments<Name>
) => Promise<Answers[Name]>;

/** The journal that the main process keeps. */
export const askJournal: AskJournal = async (channel, ...args) => {
  try {
    return await ask(channel, ...args);
  } catch (error) {
    // The main process has written its reasons to its log.
    const problem: JournalProblem = { kind: 'unanswered', system: String(error) };
    return failed(problem);
  }
};
