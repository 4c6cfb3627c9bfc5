import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { aBrief, aPassage, aSection, testWords } from './brief.testing.ts';
import type { Brief } from './brief.ts';
import { briefToHtml, htmlParts } from './brief-to-html.ts';

const HOSTILE = '</p></main><script>alert(1)</script><img src=x onerror=y> &amp; “Đ” \r\n x';

function pageOf(brief: Brief) {
  const html = briefToHtml(brief, testWords, { hasLinks: true });
  return { html, document: new JSDOM(html).window.document };
}

const textOf = (element: Element | null | undefined) => element?.textContent ?? undefined;

describe('a brief as a page', () => {
  const brief = aBrief([
    aPassage({
      quote: `${HOSTILE}\nHai nước`,
      note: `${HOSTILE} [x](javascript:alert(1)) ![p](https://x.vn/p.png)`,
      translation: { text: HOSTILE, checked: false },
    }),
    aPassage({ annotationId: 'b', verified: false }),
  ]);

  it('stands alone: nothing is loaded, nothing runs', () => {
    const { html, document } = pageOf({ ...brief, title: HOSTILE, introduction: HOSTILE });
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
    expect(policy?.getAttribute('content')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; font-src data:",
    );
    expect(document.querySelector('meta[charset]')?.getAttribute('charset')).toBe('utf-8');
    expect(
      document.querySelectorAll('script, img, link, iframe, object, base, form, [src], [style]'),
    ).toHaveLength(0);
    expect(document.querySelectorAll('style')).toHaveLength(1);
    expect(textOf(document.querySelector('style'))).not.toMatch(/url\(|@import|@font-face/);
    const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(
      links.filter((href) => !/^(?:https:\/\/x\.vn\/p\.png|benle:\/\/.*)$/.test(href ?? '')),
    ).toEqual([]);
  });

  it('says what the brief says, with what each block is, and in which language', () => {
    const { document } = pageOf(brief);
    expect(textOf(document.querySelector('title'))).toBe('ODA');
    const main = document.querySelector('main.plain');
    expect([...(main?.children ?? [])].map((block) => block.className)).toEqual([
      ...['title', 'section', 'quote', 'translation', 'translation', 'attribution', 'note'],
      ...['quote', 'attribution', 'sources', 'sources'],
    ]);
    const quote = main?.querySelector('.quote');
    expect(quote?.getAttribute('lang')).toBe('vi');
    expect([...(quote?.children ?? [])].map(textOf)).toEqual([
      HOSTILE.slice(0, HOSTILE.indexOf('\n')),
      ' x',
      'Hai nước',
    ]);
    expect(textOf(main?.querySelector('.attribution em[lang="vi"]'))).toBe('Tin vắn');
    expect(textOf(main?.querySelectorAll('.attribution')[1])).toBe(
      '— Tin vắn, day 2023-12-18, ¶ 40 · ODA · passage · unverified',
    );
  });

  it('has a name of its day where it has no title', () => {
    const { document } = pageOf({ ...brief, title: ' ' });
    expect(textOf(document.querySelector('title'))).toBe('day 2026-11-22');
  });

  it('shows what HTML cannot hold as Markdown does', () => {
    const { document } = pageOf(aBrief([aPassage({ quote: 'a\0b' })]));
    expect(textOf(document.querySelector('.quote p'))).toBe('a\ufffdb');
  });
});

describe('a table as a page', () => {
  const passages = Array.from({ length: 60 }, (_, n) =>
    aPassage({ annotationId: `${n}`, quote: `Câu ${n}` }),
  );
  const sections = [aSection('ODA', passages), aSection('AZEC', passages.slice(0, 3))];
  const brief = aBrief(passages, { template: 'table', sections });

  it('is one for each section, however long', () => {
    const { document } = pageOf(brief);
    const tables = [...document.querySelectorAll('main.table > table.evidence')];
    expect(tables.map((table) => table.querySelectorAll('tbody > tr').length)).toEqual([60, 3]);
    expect(tables.map((table) => table.querySelectorAll('thead > tr').length)).toEqual([1, 1]);
    const quotes = [...document.querySelectorAll('td:first-child > [lang="vi"]')].map(textOf);
    expect(quotes.slice(0, 60)).toEqual(passages.map(({ quote }) => quote));
    expect(textOf(document.querySelector('main')?.lastElementChild)).toContain('Tin vắn');
  });

  it('has pages on their side, and no other brief has', () => {
    const wide = /@page \{ size: A4 landscape; \}/;
    expect(briefToHtml(brief, testWords)).toMatch(wide);
    expect(briefToHtml({ ...brief, template: 'plain' }, testWords)).not.toMatch(wide);
  });

  it('is whole when nothing follows', () => {
    const html = briefToHtml({ ...brief, sources: [] }, testWords);
    expect(html.match(/<\/table>/g)).toHaveLength(2);
    expect(html).toMatch(/<\/tbody>\n<\/table>\n<\/main>\n<\/body>\n<\/html>\n$/);
  });

  it('comes in pieces that count all of its passages', () => {
    const counts = [...htmlParts(brief, testWords)].map((part) => part.passages);
    expect(counts.filter((count) => count > 0)).toEqual([25, 25, 10, 3]);
  });
});
