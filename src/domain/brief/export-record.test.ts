import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aBrief, aPassage, aSection } from './brief.testing.ts';
import type { Brief, BriefPassage } from './brief.ts';
import { exportedState, isAsExported, sinceExport } from './export-record.ts';

const words = fc.constantFrom(
  'Vốn vay',
  'Đầu tư',
  '“lời dẫn”',
  '👩‍👩‍👧',
  '',
  'a\nb',
  'Đ'.normalize('NFD'),
);

const passage: fc.Arbitrary<BriefPassage> = fc
  .record({
    annotationId: fc.uuid(),
    quote: words,
    note: words,
    tagNames: fc.array(words, { maxLength: 3 }),
    verified: fc.boolean(),
    translation: fc.option(fc.record({ text: words, checked: fc.boolean() }), { nil: undefined }),
  })
  .map(({ translation, ...rest }) => aPassage({ ...rest, ...(translation && { translation }) }));

const brief: fc.Arbitrary<Brief> = fc
  .record({
    passages: fc.uniqueArray(passage, { selector: ({ annotationId }) => annotationId }),
    title: words,
    introduction: words,
    remark: words,
  })
  .map(({ passages, title, introduction, remark }) => {
    const section = { ...aSection('ODA', passages), remark };
    return aBrief(passages, { title, introduction, sections: [section] });
  });

/** What is told between two states of a brief, each stored and read again as a setting is. */
function told(before: Brief, after: Brief) {
  const stored = JSON.parse(JSON.stringify(exportedState(before)));
  return sinceExport(stored, exportedState(after));
}

function edited(from: Brief, id: string, change: Partial<BriefPassage>): Brief {
  const sections = from.sections.map((section) => ({
    ...section,
    passages: section.passages.map((one) =>
      one.annotationId === id ? { ...one, ...change } : one,
    ),
  }));
  return { ...from, sections };
}

const one = aPassage({ annotationId: '1', quote: 'Vốn vay', note: 'Hỏi JICA', tagNames: ['ODA'] });
const two = aPassage({ annotationId: '2', quote: 'Lao động' });
const both = aBrief([one, two], { sections: [aSection('ODA', [one, two])] });

describe('since an export', () => {
  it('nothing is told of a brief that did not change', () => {
    fc.assert(
      fc.property(brief, (same) => {
        expect(isAsExported(told(same, structuredClone(same)))).toBe(true);
      }),
    );
  });

  it('each passage of either brief is new, changed, gone or the same, and told as that', () => {
    fc.assert(
      fc.property(brief, brief, (before, after) => {
        const ids = (of: Brief) =>
          of.sections.flatMap(({ passages }) => passages.map((p) => p.annotationId));
        const { added, gone, changed } = told(before, after);
        expect(added).toEqual(ids(after).filter((id) => !ids(before).includes(id)));
        expect(new Set(gone)).toEqual(
          new Set(ids(before).filter((id) => !ids(after).includes(id))),
        );
        expect(changed.filter((id) => !ids(before).includes(id))).toEqual([]);
      }),
    );
  });

  it.each<[string, Partial<BriefPassage>]>([
    ['quote', { quote: 'Vốn vay ODA' }],
    ['note', { note: '' }],
    ['translation', { translation: { text: 'Loans', checked: false } }],
    ['tags', { tagNames: ['ODA', 'AZEC'] }],
    ['standing', { verified: !one.verified }],
    ['place', { detached: 'gone' }],
  ])('another %s makes a passage a changed one', (_, change) => {
    const since = told(both, edited(both, '1', change));
    expect(since).toEqual({ added: [], changed: ['1'], gone: [], parts: [] });
  });

  it('a translation that was checked is another', () => {
    const before = edited(both, '1', { translation: { text: 'Loans', checked: false } });
    const after = edited(both, '1', { translation: { text: 'Loans', checked: true } });
    expect(told(before, after).changed).toEqual(['1']);
  });

  it('tells what is new and what is gone, once for all of their sections', () => {
    const three = aPassage({ annotationId: '3' });
    const sections = [aSection('ODA', [one, three]), aSection('AZEC', [three])];
    expect(told(both, { ...both, sections })).toEqual({
      added: ['3'],
      changed: [],
      gone: ['2'],
      parts: [],
    });
  });

  it('tells which of its own parts changed', () => {
    const remarked = { ...both, sections: both.sections.map((one) => ({ ...one, remark: 'x' })) };
    expect(told(both, { ...both, title: 'Khác' }).parts).toEqual(['title']);
    expect(told(both, { ...both, introduction: 'Mở đầu' }).parts).toEqual(['introduction']);
    expect(told(both, remarked).parts).toEqual(['remarks']);
    expect(told(both, { ...both, template: 'table' }).parts).toEqual(['arrangement']);
    expect(told(both, { ...both, groupBy: 'date' }).parts).toEqual(['arrangement']);
  });

  it('tells another order of passages or sections, and a section that went though its passages are still there', () => {
    const of = (...sections: [string, ...BriefPassage[]][]) => ({
      ...both,
      sections: sections.map(([tag, ...passages]) => aSection(tag, passages)),
    });
    const told2 = (now: Brief) => told(of(['ODA', one, two], ['Lao động', two]), now);
    const moved = { added: [], changed: [], gone: [], parts: ['arrangement'] };
    expect(told2(of(['ODA', two, one], ['Lao động', two]))).toEqual(moved);
    expect(told2(of(['Lao động', two], ['ODA', one, two]))).toEqual(moved);
    expect(told2(of(['ODA', one, two]))).toEqual(moved);
    expect(told2(of(['ODA', one, two], ['Lao động', two], ['AZEC', one]))).toEqual(moved);
    expect(isAsExported(told2(of(['ODA', one, two], ['Lao động', two])))).toBe(true);
    expect(told2(of(['ODA', one]))).toEqual({ ...moved, gone: ['2'], parts: [] });
  });

  it('tells no other order where that of the export is not known', () => {
    const { order: _, ...old } = exportedState(both);
    const before = { ...old, parts: { ...old.parts, arrangement: 'of moves' } };
    expect(isAsExported(sinceExport(before, exportedState(both)))).toBe(true);
    const table = exportedState({ ...both, title: 'Khác', template: 'table' });
    expect(sinceExport(before, table).parts).toEqual(['title']);
  });
});
