import { describe, expect, it } from 'vitest';
import type { Anchor, Annotation } from '../annotation/annotation.ts';
import { anAnnotation, anArticle } from './brief.testing.ts';
import { azec, first, labour, oda, outline, request, second } from './compose.testing.ts';
import { composeBrief } from './compose-brief.ts';

describe('the sections of a brief', () => {
  it('follow the codebook, however tags were chosen, and leave out tags without passages', () => {
    const annotations = [
      anAnnotation('a', first, 'Khí thải', { tagIds: [azec.id] }),
      anAnnotation('b', first, 'Lao động', { tagIds: [azec.id, oda.id] }),
    ];
    expect(outline({ annotations, choice: { tagIds: [azec.id, labour.id, oda.id] } })).toEqual([
      ['ODA', 'b'],
      ['AZEC', 'b', 'a'],
    ]);
    expect(composeBrief(request({ annotations })).tagNames).toEqual(['ODA', 'AZEC']);
  });

  it('hold only chosen tags, but name all of a passage’s tags in codebook order', () => {
    const annotations = [
      anAnnotation('a', first, 'Khí thải', { tagIds: [azec.id, oda.id, azec.id, 'tag-removed'] }),
      anAnnotation('b', first, 'Lao động', { tagIds: [labour.id] }),
    ];
    const brief = composeBrief(request({ annotations, choice: { tagIds: [oda.id] } }));
    expect(brief.sections).toHaveLength(1);
    expect(brief.sections[0]?.passages.map((p) => p.tagNames)).toEqual([['ODA', 'AZEC']]);
  });

  it('end with what has no tag, or only tags that are gone, when asked', () => {
    const annotations = [
      anAnnotation('a', first, 'Khí thải'),
      anAnnotation('b', first, 'Lao động', { tagIds: ['tag-removed'] }),
      anAnnotation('c', second, 'Vốn vay', { tagIds: [oda.id] }),
    ];
    expect(outline({ annotations, choice: { includeUntagged: true } })).toEqual([
      ['ODA', 'c'],
      [undefined, 'b', 'a'],
    ]);
    expect(outline({ annotations })).toEqual([['ODA', 'c']]);
  });

  it('are none when nothing was found', () => {
    expect(composeBrief(request({}))).toEqual({
      title: 'Bản tin',
      created: '2026-11-22',
      template: 'plain',
      groupBy: 'tag',
      shows: { notes: true, tags: true, paragraphs: true, hashes: true },
      printing: 'each',
      introduction: '',
      tagNames: [],
      passageCount: 0,
      privateNotes: 0,
      sections: [],
      sources: [],
    });
  });
});

describe('the passages of a section', () => {
  it('go by article in the library’s order, then by start, end and id', () => {
    const tagIds = [oda.id];
    const annotations = [
      anAnnotation('z', first, 'Nhật Bản', { tagIds }),
      anAnnotation('s', second, 'Vốn vay', { tagIds }),
      anAnnotation('long', first, 'Nhật Bản viện trợ', { tagIds }),
      anAnnotation('a', first, 'Nhật Bản', { tagIds }),
      anAnnotation('late', first, 'Khí', { tagIds }),
    ];
    expect(outline({ annotations })).toEqual([['ODA', 'a', 'z', 'long', 'late', 's']]);
    expect(outline({ annotations, articles: [second, first] })).toEqual([
      ['ODA', 's', 'a', 'z', 'long', 'late'],
    ]);
  });

  it('tell the paragraph that they begin in', () => {
    const tagIds = [oda.id];
    const annotations = [
      anAnnotation('a', first, 'Nhật', { tagIds }),
      anAnnotation('b', first, 'trợ.\nLao', { tagIds }),
      anAnnotation('c', first, '\nLao', { tagIds }),
      anAnnotation('d', first, 'Lao', { tagIds }),
      anAnnotation('e', first, 'ròng.', { tagIds }),
    ];
    const passages = composeBrief(request({ annotations })).sections[0]?.passages;
    expect(passages?.map((p) => [p.annotationId, p.paragraph])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 1],
      ['d', 2],
      ['e', 3],
    ]);
  });
});

describe('verification', () => {
  const tagIds = [oda.id];
  const good = anAnnotation('good', first, 'Lao động', { tagIds });

  function verdict(annotation: typeof good) {
    const brief = composeBrief(request({ annotations: [annotation] }));
    return [brief.sections[0]?.passages[0]?.verified, brief.sources[0]?.unverified];
  }

  it('takes a quote that stands verbatim at its place', () => {
    expect(verdict(good)).toEqual([true, 0]);
  });

  it('refuses other words, another place, and another text', () => {
    expect(verdict({ ...good, quote: { ...good.quote, exact: 'Lao Động' } })).toEqual([false, 1]);
    expect(verdict({ ...good, position: { start: 0, end: 8 } })).toEqual([false, 1]);
    expect(verdict({ ...good, textHash: 'hash-of-old' })).toEqual([false, 1]);
  });

  it('names no paragraph for a place past the end', () => {
    const annotation = { ...good, position: { start: 9000, end: 9008 } };
    const [passage] =
      composeBrief(request({ annotations: [annotation] })).sections[0]?.passages ?? [];
    expect(passage).toMatchObject({ verified: false, quote: 'Lao động' });
    expect(passage).not.toHaveProperty('paragraph');
  });
});

describe('a passage in a text that changed', () => {
  const tagIds = [oda.id];
  const good = anAnnotation('good', first, 'Lao động', { tagIds });
  const { textHash, position, quote } = good;
  const anchor = (state: Anchor['state'], accepted: boolean): Anchor => ({
    state,
    score: 0.8,
    textHash,
    original: { textHash: 'hash-of-old', position, quote },
    accepted,
  });

  function told(fields: Partial<Annotation>) {
    const brief = composeBrief(request({ annotations: [{ ...good, ...fields }] }));
    const [passage] = brief.sections[0]?.passages ?? [];
    const { verified, detached, paragraph } = passage ?? {};
    const [source] = brief.sources;
    return { verified, detached, paragraph, counted: [source?.unverified, source?.detached] };
  }

  it('is in doubt until the analyst has accepted where it was found, verbatim or not', () => {
    const doubted = { verified: false, detached: undefined, paragraph: 2, counted: [1, 0] };
    expect(told({ anchor: anchor('moved', false) })).toEqual(doubted);
    const settled = { verified: true, detached: undefined, paragraph: 2, counted: [0, 0] };
    expect(told({ anchor: anchor('moved', true) })).toEqual(settled);
  });

  it('that was accepted must still stand there verbatim', () => {
    const other = { anchor: anchor('moved', true), quote: { ...quote, exact: 'Lao Động' } };
    expect(told(other)).toMatchObject({ verified: false, counted: [1, 0] });
  });

  it.each(['ambiguous', 'lost'] as const)(
    'that is %s is in doubt and has no paragraph',
    (state) => {
      const doubted = {
        verified: false,
        detached: undefined,
        paragraph: undefined,
        counted: [1, 0],
      };
      expect(told({ anchor: anchor(state, false), textHash: 'hash-of-old' })).toEqual(doubted);
      // Not even where the very words stand: they are some other place's.
      expect(told({ anchor: anchor(state, false) })).toEqual(doubted);
    },
  );

  it('that the analyst keeps as a note is not in doubt, and says whether its words stand anywhere', () => {
    const note = { anchor: anchor('lost', true), textHash: 'hash-of-old' };
    const kept = { verified: false, paragraph: undefined, counted: [0, 1] };
    expect(told(note)).toEqual({ ...kept, detached: 'unplaced' });
    const gone = { ...note, quote: { ...quote, exact: 'Không còn nữa' } };
    expect(told(gone)).toEqual({ ...kept, detached: 'gone' });
  });

  it('that was last looked for in another text is in doubt, whatever was decided there', () => {
    const stale = { ...anchor('lost', true), textHash: 'hash-of-old' };
    expect(told({ anchor: stale })).toMatchObject({ verified: false, counted: [1, 0] });
  });
});

describe('the sources', () => {
  it('are the cited articles in the library’s order, and count each passage once', () => {
    const annotations = [
      anAnnotation('s', second, 'Vốn vay', { tagIds: [oda.id, labour.id] }),
      anAnnotation('t', second, 'sinh', { tagIds: [oda.id], textHash: 'hash-of-old' }),
    ];
    const brief = composeBrief(request({ annotations }));
    expect(brief.passageCount).toBe(2);
    expect(brief.sources).toEqual([
      {
        id: 'second',
        title: 'Title of second',
        date: '2023-12-18',
        dateBasis: 'inferred',
        textHash: 'hash-second',
        available: true,
        passages: 2,
        unverified: 1,
        detached: 0,
      },
    ]);
  });

  it('keep the passages of articles that cannot be read, after the others, unverified', () => {
    const gone = anArticle('gone', ['Đã mất.']);
    const stray = anArticle('stray', ['Không rõ.']);
    const another = anArticle('another', ['Cũng không rõ.']);
    const tagIds = [oda.id];
    const brief = composeBrief(
      request({
        unavailable: [{ id: 'gone', title: 'Bài đã mất' }],
        annotations: [
          anAnnotation('x', stray, 'rõ', { tagIds }),
          anAnnotation('n', another, 'Cũng', { tagIds }),
          anAnnotation('x2', stray, 'Không', { tagIds, textHash: 'hash-of-old' }),
          anAnnotation('g', gone, 'Đã mất', { tagIds, note: 'Giữ lại.' }),
          anAnnotation('s', second, 'Vốn vay', { tagIds }),
        ],
      }),
    );
    expect(brief.sections[0]?.passages.map((p) => p.annotationId)).toEqual([
      's',
      'g',
      'n',
      'x2',
      'x',
    ]);
    expect(brief.sections[0]?.passages[1]).toEqual({
      annotationId: 'g',
      quote: 'Đã mất',
      note: 'Giữ lại.',
      tagNames: ['ODA'],
      article: { id: 'gone', title: 'Bài đã mất' },
      verified: false,
    });
    expect(brief.sources.slice(1)).toEqual([
      {
        id: 'gone',
        title: 'Bài đã mất',
        textHash: 'hash-gone',
        available: false,
        passages: 1,
        unverified: 1,
        detached: 0,
      },
      {
        id: 'another',
        title: 'another',
        textHash: 'hash-another',
        available: false,
        passages: 1,
        unverified: 1,
        detached: 0,
      },
      { id: 'stray', title: 'stray', available: false, passages: 2, unverified: 2, detached: 0 },
    ]);
  });
});
