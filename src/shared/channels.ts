/**
 * The names of what the renderer may ask of the main process. They stand apart from their schemas so
 * that the preload, which only passes calls on, need not carry a validator.
 */
export const CHANNELS = [
  'library:list',
  'library:read',
  'export:begin',
  'export:add',
  'export:finish',
  'export:cancel',
  'import:choose',
  'backup:save',
  'backup:choose',
  'journal:open',
  'journal:append',
  'journal:mend',
  'journal:rebase',
  'journal:read-changes',
  'journal:read-rows',
  'journal:set-aside',
  'journal:snapshot',
  'journal:check',
  'database:clear',
  'link:take',
  'theme:read',
  'theme:choose',
  'window:flushed',
] as const;

export type Channel = (typeof CHANNELS)[number];

/** The names of what the main process tells the renderer. */
export const EVENTS = ['command', 'link', 'export:progress', 'window:flush'] as const;

export type EventName = (typeof EVENTS)[number];
