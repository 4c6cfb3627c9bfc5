import type { Channel } from '../../shared/channels.ts';
import type { Handlers } from '../ipc.ts';
import type { Journal } from './journal.ts';

type JournalChannel = Extract<Channel, `journal:${string}`>;

/**
 * The window's calls about the journal. It is opened at once, while the window is still to come; the first to ask
 * for it gets what came of that.
 */
export function journalCalls(journal: Journal): Pick<Handlers, JournalChannel> {
  let opening: ReturnType<Journal['open']> | undefined = journal.open();
  return {
    'journal:open': () => {
      const opened = opening ?? journal.open();
      opening = undefined;
      return opened;
    },
    'journal:append': (changes) => journal.append(changes),
    'journal:mend': (changes) => journal.mend(changes),
    'journal:rebase': (head, rows) => journal.rebase(head, rows),
    'journal:read-changes': (after) => journal.readChanges(after),
    'journal:read-rows': () => journal.readRows(),
    'journal:set-aside': (rows) => journal.setAside(rows),
    'journal:snapshot': () => journal.snapshot(),
    'journal:check': () => journal.check(),
  };
}
