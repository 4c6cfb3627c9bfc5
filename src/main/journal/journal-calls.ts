import type { Channel } from '../../shared/channels.ts';
import type { Handlers } from '../ipc.ts';
import type { Journal } from './journal.ts';

type JournalChannel = Extract<Channel, `journal:${string}`>;

/** The window's calls about the journal. */
export function journalCalls(journal: Journal): Pick<Handlers, JournalChannel> {
  return {
    'journal:open': () => journal.open(),
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
