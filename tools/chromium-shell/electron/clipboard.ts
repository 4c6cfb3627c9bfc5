import { sealed } from './not-implemented.ts';

let text = '';
let html = '';

/** A clipboard of the app's own: the system's cannot be reached from here. */
export const clipboard = sealed('clipboard', {
  readText: (): string => text,
  readHTML: (): string => html,
  writeText(value: string): void {
    text = String(value);
    html = '';
  },
  writeHTML(value: string): void {
    html = String(value);
    text = '';
  },
  write(data: { text?: string; html?: string }): void {
    text = data.text ?? '';
    html = data.html ?? '';
  },
  clear(): void {
    text = '';
    html = '';
  },
  availableFormats: (): string[] => [
    ...(text ? ['text/plain'] : []),
    ...(html ? ['text/html'] : []),
  ],
});
