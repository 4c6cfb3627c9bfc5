// Taken before process.execPath is made to name the stand-in, as an app expects of Electron.
export const nodeExecutable = process.execPath;
