/** The English of what the main process shows: menus and the system's dialogs. */
export const texts = {
  appName: 'Bên Lề',
  library: {
    indexTitle: 'The list of bundled articles',
    untitled: 'Article without a name',
  },
  export: {
    saveTitles: {
      markdown: 'Export as Markdown',
      html: 'Export as web page',
      docx: 'Export as Word document',
      csv: 'Export as CSV',
      xlsx: 'Export as spreadsheet',
      'json-ld': 'Export as Web Annotations',
      qdpx: 'Export as REFI-QDA project',
      qdc: 'Export codebook',
    },
    /** What the system's dialogs call such files. */
    fileKinds: {
      markdown: 'Markdown',
      html: 'Web page',
      docx: 'Word document',
      csv: 'Comma-separated values',
      xlsx: 'Excel workbook',
      'json-ld': 'Web Annotations (JSON-LD)',
      qdpx: 'REFI-QDA project',
      qdc: 'REFI-QDA codebook',
    },
    /** When nothing of the title makes a name. */
    fallbackNames: {
      markdown: 'Brief',
      html: 'Brief',
      docx: 'Brief',
      csv: 'Passages',
      xlsx: 'Passages',
      'json-ld': 'Annotations',
      qdpx: 'Project',
      qdc: 'Codebook',
    },
  },
  import: {
    openTitle: 'Import',
    fileKind: 'Annotations, projects and briefs',
    allFiles: 'All files',
  },
  backup: {
    saveTitle: 'Back up',
    openTitle: 'Restore from a backup',
    fileKind: 'Bên Lề backup',
    allFiles: 'All files',
    /** @param isoDay such as 2026-11-22, the day on the analyst's calendar. */
    fileName: (isoDay: string) => `Bên Lề ${isoDay}`,
    fallbackName: 'Backup',
  },
  saving: {
    replaceQuestion: (path: string) => `There is a file at ${path} already. Replace it?`,
    replaceDetail: 'What it holds now will be lost.',
    cancel: 'Cancel',
    replace: 'Replace',
  },
  closing: {
    message: 'Your latest changes are not saved yet.',
    detail:
      'The window is still busy and has not confirmed that everything is saved. If you close it now, changes of the last moments may be lost.',
    wait: 'Wait',
    closeAnyway: 'Close anyway',
  },
  crashed: {
    message: 'The window has stopped working.',
    detail: 'What was saved is safe. Reload the window to go on with your work.',
    reload: 'Reload',
    close: 'Close',
  },
  startFailed: {
    title: 'Bên Lề could not start',
    detail: (reason: string) =>
      `Your articles and notes were not touched. Start the app again; if it fails again, restart the computer or reinstall the app.\n\n${reason}`,
  },
  menu: {
    file: 'File',
    brief: 'Brief…',
    backup: 'Back up now…',
    restore: 'Restore…',
    export: 'Export everything…',
    import: 'Import…',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    find: 'Find in Article…',
    codebook: 'Codebook…',
    repair: 'Repair…',
    changes: 'Recent Changes…',
    trash: 'Trash…',
    view: 'View',
    toggleLibrary: 'Toggle Library',
    toggleAnnotations: 'Toggle Annotations',
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    help: 'Help',
    keys: 'Keyboard Shortcuts',
  },
} as const;
