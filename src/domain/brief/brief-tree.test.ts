import fc from 'fast-check';
import type { RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { aBrief, aPassage, aSection, testSource, testWords } from './brief.testing.ts';
import type { Brief, BriefPassage, SectionSubject } from './brief.ts';
import type { BlockGroup } from './brief-blocks.ts';
import { blocksToMarkdown, briefToMarkdown, markdownParts } from './brief-to-markdown.ts';
import { briefBlocks } from './brief-tree.ts';
import { frontMatterOf } from './front-matter.ts';
import { anyNote, anyText } from './hostile-text.testing.ts';
import { DIALECTS, TEMPLATES } from './saved-brief.ts';

const translation = { text: 'Hello.\n\nAgain.', checked: true };
const noted = aPassage({ note: 'Một.\n\n- hai', translation });
const plain = aPassage({ annotationId: 'other', verified: false });

function groupsOf(brief: Brief): BlockGroup[] {
  return [...briefBlocks(brief, testWords)];
}

const rolesOf = (brief: Brief) =>
  groupsOf(brief).map(({ blocks }) => blocks.map(({ data }) => data?.role).join(' '));

describe('the blocks of a brief', () => {
  const whole = aBrief([noted, plain], {
    introduction: 'Mở đầu.\n\n# Ba',
    sections: [{ ...aSection('ODA', [noted, plain]), remark: 'Lưu ý.' }],
  });

  it('come in groups: title, each section’s head, each passage, sources', () => {
    expect(rolesOf(whole)).toEqual([
      'title introduction introduction',
      'section remark',
      'quote translation translation attribution note',
      'quote attribution',
      'sources sources',
    ]);
    expect(groupsOf(whole).map(({ passages }) => passages)).toEqual([0, 0, 1, 1, 0]);
  });

  it('begin with the facts of each article in a digest', () => {
    expect(rolesOf(inDigest(whole))[1]).toBe('section facts remark');
  });

  it('are tables that go on where a section is long', () => {
    const many = Array.from({ length: 60 }, (_, index) => aPassage({ annotationId: `p${index}` }));
    const tables = groupsOf(aBrief(many, { template: 'table' })).filter(
      ({ blocks }) => blocks[0]?.data?.role === 'evidence',
    );
    expect(tables.map(({ passages, continues }) => [passages, continues])).toEqual([
      [25, undefined],
      [25, true],
      [10, true],
    ]);
  });

  it('are the title alone where there is nothing else', () => {
    expect(rolesOf(aBrief([], { sections: [], sources: [] }))).toEqual(['title']);
  });

  it('are made when they are asked for', () => {
    const groups = briefBlocks(whole, testWords);
    expect(groups.next().value?.passages).toBe(0);
    groups.return(undefined);
    expect(groups.next().done).toBe(true);
  });
});

function inDigest(brief: Brief): Brief {
  const subject = { by: 'article', article: testSource } as const;
  const sections = brief.sections.map((section) => ({ ...section, subject }));
  return { ...brief, template: 'digest', groupBy: 'article', sections };
}

describe('the heading of a section', () => {
  const headed = (subject: SectionSubject) => {
    const brief = aBrief([plain]);
    const sections = brief.sections.map((section) => ({ ...section, subject }));
    const heading = groupsOf({ ...brief, sections })[1]?.blocks.slice(0, 1) ?? [];
    return blocksToMarkdown(heading);
  };

  it.each<[string, SectionSubject]>([
    ['## Lao động', { by: 'tag', tagName: ' Lao\nđộng' }],
    ['## Untagged', { by: 'untagged' }],
    ['## Tin vắn', { by: 'article', article: testSource }],
    ['## a1', { by: 'article', article: { id: 'a1', title: ' ' } }],
    ['## day 2023-12-18', { by: 'date', date: '2023-12-18' }],
    ['## No day', { by: 'date' }],
  ])('is %s', (heading, subject) => {
    expect(headed(subject)).toBe(`${heading}\n`);
  });
});

/** The groups as one tree, tables that go on being one. */
function inOneTree(groups: readonly BlockGroup[]): RootContent[] {
  const blocks: RootContent[] = [];
  for (const group of groups) {
    const [table] = group.blocks;
    const last = blocks.at(-1);
    if (group.continues && table?.type === 'table' && last?.type === 'table') {
      const children = [...last.children, ...table.children.slice(1)];
      blocks[blocks.length - 1] = { ...last, children };
    } else blocks.push(...group.blocks);
  }
  return blocks;
}

const anyPassage: fc.Arbitrary<BriefPassage> = fc
  .record({
    quote: anyText,
    note: anyNote,
    translation: fc.record({ text: anyText, checked: fc.boolean() }),
    verified: fc.boolean(),
    annotationId: fc.constantFrom('a', 'b', 'c'),
  })
  .map(aPassage);

const anyBrief: fc.Arbitrary<Brief> = fc
  .record({
    template: fc.constantFrom(...TEMPLATES),
    introduction: anyNote,
    remark: anyNote,
    sections: fc.array(fc.array(anyPassage, { minLength: 1, maxLength: 4 }), { maxLength: 3 }),
    rows: fc.constantFrom(1, 30),
  })
  .map(({ template, introduction, remark, sections, rows }) =>
    aBrief(sections.flat(), {
      template,
      introduction,
      sections: sections.map((passages) => ({
        ...aSection('ODA', Array.from({ length: rows }, () => passages).flat()),
        remark,
      })),
    }),
  );

describe('a brief written piece by piece', () => {
  it('is what it is when it is written at once', () => {
    fc.assert(
      fc.property(
        anyBrief,
        fc.constantFrom(...DIALECTS),
        fc.boolean(),
        (brief, dialect, hasLinks) => {
          const options = { dialect, hasLinks };
          const parts = [...markdownParts(brief, testWords, options)];
          const matter = { type: 'yaml', value: frontMatterOf(brief, options) } as const;
          const tree = inOneTree([...briefBlocks(brief, testWords, options)]);
          const joined = parts.map(({ text }) => text).join('');
          expect(joined).toBe(blocksToMarkdown([matter, ...tree]));
          expect(briefToMarkdown(brief, testWords, options)).toBe(joined);
          const counted = parts.reduce((sum, { passages }) => sum + passages, 0);
          expect(counted).toBe(brief.sections.flatMap(({ passages }) => passages).length);
        },
      ),
      { numRuns: 30 },
    );
  }, 60_000);
});
