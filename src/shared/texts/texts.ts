/** The window's texts in the language in use. Another language is another file with the same shape. */
export { windowTexts as texts } from './window.en.ts';
