import { v7 } from 'uuid';

/** A new id that sorts by the time of its making and cannot be guessed or met twice. */
export const newId = (): string => v7();

/** Now, as rows and changes store it. */
export const now = (): string => new Date().toISOString();
