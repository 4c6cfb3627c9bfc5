import { describe, expect, test } from 'vitest';
import { isAnchored } from './anchored.ts';
import { createResolver } from './anchoring/resolve-anchor.ts';
import { anAnnotation } from './annotation.testing.ts';
import type { Annotation } from './annotation.ts';
import { quotePassage } from './passage.ts';
import {
  type AnchoringText,
  acceptAnchor,
  addSentence,
  anchorAt,
  askForPlace,
  hasPlace,
  isNoteOnly,
  isResolvedIn,
  keepAsNote,
  lacksSentence,
  lookFor,
  needsRepair,
  reanchor,
  takeOver,
} from './reanchor.ts';

const NOW = '2026-11-22T08:00:00.000Z';
const QUOTE = 'Hai nước ký kết 3 công hàm về hợp tác ODA với tổng trị giá hơn 200 triệu USD';
const BEFORE = [
  'Thủ tướng Phạm Minh Chính đã có cuộc hội đàm với Thủ tướng Kishida Fumio tại Tokyo.',
  `Sau cuộc hội đàm, hai bên ra thông cáo. ${QUOTE}, góp phần mở ra giai đoạn mới của quan hệ.`,
  'Trong chuyến công tác, Thủ tướng còn tiếp các tập đoàn lớn đang đầu tư tại Việt Nam.',
].join('\n');
const old: AnchoringText = { text: BEFORE, textHash: 'old' };

/** The same article with other words in it. */
const changed = (text: string, textHash = 'new'): AnchoringText => ({ text, textHash });

/** An annotation over words of a text, as the analyst would make it there. */
function over(exact: string, { text, textHash }: AnchoringText = old): Annotation {
  const start = text.indexOf(exact);
  const position = { start, end: start + exact.length };
  return anAnnotation({ textHash, position, quote: quotePassage(text, position) });
}

const made = over(QUOTE);
const into = (annotation: Annotation, text: AnchoringText) =>
  reanchor(annotation, text, createResolver(text.text));
const original = { textHash: 'old', position: made.position, quote: made.quote };

const LONGER = changed(`Bản tin cập nhật lúc 10 giờ.\n${BEFORE}`);
const NUMBER = changed(BEFORE.replace('hơn 200 triệu', 'gần 200 triệu'));
const MOVED = changed(BEFORE.replace('ký kết 3', 'đã ký kết 3'));
const GONE = changed(BEFORE.replace(QUOTE, 'Không có gì được ký'));
const TWICE = changed(`Bản tin cập nhật.\n${BEFORE}\n${BEFORE}`);

describe('a passage in a text that changed', () => {
  test('is resolved once', () => {
    expect(into(made, old)).toBe(made);
    expect(isResolvedIn(made, 'old')).toBe(true);
    const moved = into(made, NUMBER);
    expect(isResolvedIn(moved, 'new')).toBe(true);
    expect(into(moved, NUMBER)).toBe(moved);
  });

  test('has a translation that is checked as long as its words are the same', () => {
    const checked = { ...made, translation: { text: 'three notes', checked: true } };
    expect(into(checked, LONGER).translation).toEqual(checked.translation);
    expect(into(checked, GONE).translation).toEqual(checked.translation);
    expect(into(checked, MOVED).translation).toEqual({ text: 'three notes', checked: false });
    const anchored = anchorAt(checked, old, { start: 0, end: 9 }, NOW);
    expect(anchored.translation).toEqual({ text: 'three notes', checked: false });
  });

  test('that is found exactly stands there as if it had been made there', () => {
    const found = into(made, LONGER);
    expect(found).toEqual(over(QUOTE, LONGER));
    expect(isAnchored(LONGER.text, found)).toBe(true);
  });

  test('that moved says so, and remembers what the analyst chose', () => {
    const found = into(made, NUMBER);
    expect(found.anchor).toMatchObject({
      state: 'moved',
      textHash: 'new',
      accepted: false,
      original,
    });
    expect(found.quote.exact).toBe(QUOTE.replace('hơn', 'gần'));
    expect(found.textHash).toBe('new');
    expect(isAnchored(NUMBER.text, found)).toBe(true);
    expect([needsRepair(found), hasPlace(found)]).toEqual([true, true]);
  });

  test.each([
    ['lost', GONE],
    ['ambiguous', TWICE],
  ])('that is %s keeps its quote and is marked nowhere', (state, text) => {
    const found = into(made, text);
    expect(found).toMatchObject({ ...original, anchor: { state, textHash: 'new', original } });
    expect(isAnchored(text.text, found)).toBe(false);
    expect([needsRepair(found), hasPlace(found), isNoteOnly(found)]).toEqual([true, false, false]);
  });

  test('stays as the analyst last worked on it: nothing of this is theirs', () => {
    for (const text of [LONGER, NUMBER, GONE, TWICE]) {
      expect(into(made, text)).toMatchObject({ updatedAt: made.updatedAt, note: made.note });
    }
  });

  test.each([NUMBER, GONE, TWICE])('that changes back is as it was', (text) => {
    expect(into(into(made, text), old)).toEqual(made);
  });

  test('is always looked for as it was chosen, never as it was merely found', () => {
    const twice = into(into(made, NUMBER), changed(GONE.text, 'third'));
    expect(twice).toMatchObject({
      ...original,
      anchor: { state: 'lost', textHash: 'third', original },
    });
    const through = into(into(made, GONE), changed(NUMBER.text, 'third'));
    expect(through.anchor).toMatchObject({ state: 'moved', original });
  });
});

describe('what was found while the annotation changed', () => {
  const finding = lookFor(made, NUMBER, createResolver(NUMBER.text));
  if (!finding) throw new Error('nothing was found');

  test('is taken over beside a note and tags that came meanwhile', () => {
    const edited = { ...made, note: 'JICA', tagIds: ['oda'], updatedAt: NOW };
    const taken = takeOver(edited, finding, NUMBER);
    expect(taken).toMatchObject({ note: 'JICA', tagIds: ['oda'], updatedAt: NOW });
    expect(taken.anchor?.state).toBe('moved');
  });

  test('is left where the passage is another by now', () => {
    const other = over('hai bên ra thông cáo');
    expect(takeOver(other, finding, NUMBER)).toBe(other);
    const resolved = into(made, NUMBER);
    expect(takeOver(resolved, finding, NUMBER)).toBe(resolved);
  });
});

describe('what the analyst decides', () => {
  const moved = into(made, NUMBER);
  const accepted = acceptAnchor(moved, NOW);

  test('accepting a moved passage keeps its place and asks no more', () => {
    expect(accepted).toEqual({
      ...moved,
      updatedAt: NOW,
      anchor: { ...moved.anchor, accepted: true },
    });
    expect(needsRepair(accepted)).toBe(false);
    expect(isAnchored(NUMBER.text, accepted)).toBe(true);
    expect(acceptAnchor(accepted, '2027-01-01T00:00:00.000Z')).toBe(accepted);
  });

  test('what has no place cannot be accepted', () => {
    for (const text of [GONE, TWICE]) {
      const found = into(made, text);
      expect(acceptAnchor(found, NOW)).toBe(found);
    }
    expect(acceptAnchor(made, NOW)).toBe(made);
  });

  test('an accepted passage is what is looked for from then on', () => {
    const longer = changed(`Bản tin mới.\n${NUMBER.text}`, 'third');
    const found = into(accepted, longer);
    expect(found.anchor).toBeUndefined();
    expect(found.quote.exact).toBe(QUOTE.replace('hơn', 'gần'));
    const gone = into(accepted, changed(GONE.text, 'third'));
    expect(gone.anchor?.original.quote.exact).toBe(QUOTE.replace('hơn', 'gần'));
  });

  test('in the very text in which it was chosen, an accepted one stands where it was chosen', () => {
    expect(into(accepted, old)).toEqual({ ...made, updatedAt: NOW });
  });

  test('anchoring by hand makes it exact', () => {
    for (const text of [NUMBER, GONE, TWICE]) {
      const place = over('hai bên ra thông cáo', text);
      const anchored = anchorAt(into(made, text), text, place.position, NOW);
      expect(anchored).toEqual({ ...place, updatedAt: NOW });
    }
  });

  test('a note without a passage quotes what was chosen and is marked nowhere', () => {
    for (const [text, state] of [
      [NUMBER, 'lost'],
      [GONE, 'lost'],
      [TWICE, 'ambiguous'],
    ] as const) {
      const note = keepAsNote(into(made, text), NOW);
      expect(note).toMatchObject({
        ...original,
        updatedAt: NOW,
        anchor: { state, accepted: true },
      });
      expect([isNoteOnly(note), needsRepair(note)]).toEqual([true, false]);
      expect(isAnchored(text.text, note)).toBe(false);
      expect(keepAsNote(note, '2027-01-01T00:00:00.000Z')).toBe(note);
    }
    expect(keepAsNote(made, NOW)).toBe(made);
  });

  test('such a note stays one in further texts, until its passage is back word for word', () => {
    const note = keepAsNote(into(made, GONE), NOW);
    const again = into(note, changed(NUMBER.text, 'third'));
    expect(again).toMatchObject({ ...original, anchor: { accepted: true, textHash: 'third' } });
    expect(isNoteOnly(again)).toBe(true);
    expect(into(again, changed(LONGER.text, 'fourth')).anchor).toBeUndefined();
  });
});

describe('a passage that a file may mean in several ways', () => {
  const other = over('hai bên ra thông cáo');
  const { position, quote } = other;
  const asked = askForPlace(made, [{ position, quote }], 0.75, 'old');

  test('has no place until the analyst chooses', () => {
    expect([needsRepair(asked), hasPlace(asked)]).toEqual([true, false]);
    expect(isResolvedIn(asked, 'old')).toBe(true);
    expect(isAnchored(old.text, asked)).toBe(false);
  });

  test('stays ambiguous in every text, also in its own, whatever that says', () => {
    for (const text of [LONGER, NUMBER, GONE, TWICE]) {
      const found = into(asked, text);
      expect(found).toEqual({ ...asked, anchor: { ...asked.anchor, textHash: text.textHash } });
      expect(into(found, old)).toEqual(asked);
    }
  });

  test('is exact where the analyst places it, and followed from then on', () => {
    const anchored = anchorAt(into(asked, LONGER), LONGER, over(QUOTE, LONGER).position, NOW);
    expect(anchored).toEqual({ ...over(QUOTE, LONGER), updatedAt: NOW });
    expect(into(anchored, old)).toEqual({ ...made, updatedAt: NOW });
  });

  test('as a note without a passage stays one', () => {
    const note = keepAsNote(asked, NOW);
    expect(isNoteOnly(into(note, LONGER))).toBe(true);
    expect(isNoteOnly(into(into(note, LONGER), old))).toBe(true);
  });
});

describe('a selector that a former version of the app made', () => {
  const { sentence, ...quote } = made.quote;
  const former = { ...made, quote };

  test('gets its sentence from the text that it stands in, and nothing else changes', () => {
    expect([lacksSentence(former), lacksSentence(made)]).toEqual([true, false]);
    expect(addSentence(former, old)).toEqual(made);
    expect(sentence?.after).toBe(', góp phần mở ra giai đoạn mới của quan hệ.');
  });

  test('is left as it is where that text is not at hand, or does not say so', () => {
    expect(addSentence(former, LONGER)).toBe(former);
    const elsewhere = { ...former, position: { start: 0, end: QUOTE.length } };
    expect(addSentence(elsewhere, old)).toBe(elsewhere);
    expect(addSentence(made, old)).toBe(made);
  });

  test('of a passage without a place has none to get', () => {
    expect(lacksSentence(into(former, GONE))).toBe(false);
  });
});

test('a passage whose sentence is of somebody else now says what changed', () => {
  const quoted = over('hai bên ra thông cáo');
  const now = changed(BEFORE.replace('Sau cuộc hội đàm', 'Ngay sau cuộc hội đàm'));
  expect(into(quoted, now).anchor?.change).toBeUndefined();
  const other = over('với Thủ tướng Kishida Fumio tại Tokyo');
  const renamed = changed(BEFORE.replace('Phạm Minh Chính', 'Yoon Suk Yeol'));
  expect(into(other, renamed).anchor).toMatchObject({
    state: 'moved',
    change: { kind: 'name', was: 'Phạm Minh Chính', now: 'Yoon Suk Yeol' },
  });
});
