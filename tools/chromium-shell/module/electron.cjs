// `require('electron')` in the main process: always the one same object.
module.exports = globalThis[Symbol.for('chromium-shell.electron')];
