import type { TagColour } from '../../domain/tag/tag.ts';

/** A tag's colour, or `plain` for a highlight without tags. */
export type Tone = TagColour | 'plain';

/** The custom properties that give an element a tag's colour and underline. */
export function toneProperties(tone: Tone): Record<`--${string}`, string> {
  return { '--tone': `var(--tag-${tone})`, '--tone-line': `var(--line-${tone})` };
}

/** How many tones a highlight shows at once; the margin names them all. */
const SHOWN_TONES = 3;

/** Sets the washes and underlines of a highlight. */
export function paintTones(element: HTMLElement, tones: readonly Tone[]): void {
  for (let place = 1; place <= SHOWN_TONES; place += 1) {
    const tone = tones[place - 1];
    setOrRemove(element, `--line-${place}`, tone && `var(--line-${tone})`);
    setOrRemove(
      element,
      `--wash-${place}`,
      tone && `color-mix(in oklab, var(--tag-${tone}) 18%, transparent)`,
    );
  }
}

function setOrRemove(element: HTMLElement, property: string, value: string | undefined): void {
  if (value) element.style.setProperty(property, value);
  else element.style.removeProperty(property);
}
