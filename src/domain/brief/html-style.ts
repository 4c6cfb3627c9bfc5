/**
 * How a brief looks as a page of its own: as in the window (`tokens.css`, which it cannot refer to), by day and by
 * night, and in black on white when it is printed. A quote is never parted from what says where it stands.
 */
export const HTML_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fffdf8;
  --desk: #f2ede3;
  --rule: #ddd4c2;
  --rule-strong: #8f8775;
  --ink: #24211b;
  --ink-soft: #5f594c;
  --accent: #9a3412;
  --serif: "Literata Variable", Literata, "Source Serif 4", "Noto Serif", Georgia, "Times New Roman", serif;
  --sans: "Be Vietnam Pro", "Noto Sans", "Segoe UI", system-ui, sans-serif;
  --mono: ui-monospace, "Cascadia Mono", Consolas, Menlo, "Noto Sans Mono", "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #20262e;
    --desk: #171b21;
    --rule: #343c46;
    --rule-strong: #77818d;
    --ink: #e9e5db;
    --ink-soft: #aab0b8;
    --accent: #f2a27c;
  }
}
body {
  margin: 0;
  padding: 48px 24px;
  background: var(--paper);
  color: var(--ink);
  font: 400 1.0625rem/1.7 var(--serif);
  overflow-wrap: anywhere;
}
main { max-width: 68ch; margin: 0 auto; }
main.table { max-width: 120ch; }
h1, h2, h3, h4, h5, h6 { line-height: 1.4; font-weight: 600; text-wrap: balance; }
h1 { margin: 0 0 24px; font-size: 1.75rem; }
h2 { margin: 40px 0 16px; font-size: 1.25rem; }
h3, h4, h5, h6 { margin: 24px 0 8px; font-size: 1.0625rem; }
p, ul, ol, pre, table { margin: 0 0 16px; }
ul, ol { padding-inline-start: 24px; }
blockquote { margin: 24px 0 8px; padding-inline-start: 16px; border-inline-start: 2px solid var(--rule); }
blockquote > :last-child { margin-block-end: 0; }
.quote { border-inline-start-color: var(--rule-strong); }
.quote p { white-space: pre-wrap; }
.translation { margin: 0 0 8px; padding-inline-start: 18px; white-space: pre-wrap; }
/* What the analyst says: in a box, so that nothing in it is taken for a quoted passage. */
[role="note"] {
  margin: 0 0 16px 18px;
  padding: 10px 16px 12px;
  border: 1px solid var(--rule);
  border-radius: 4px;
  background: var(--desk);
  font: 400 0.9375rem/1.6 var(--sans);
}
.remark[role], .introduction[role] { margin-inline-start: 0; }
[role="note"] :is(p, ul, ol, pre) { margin-block-end: 8px; }
[role="note"] :is(h3, h4, h5, h6) { margin: 12px 0 4px; font-size: 0.9375rem; }
[role="note"] > :last-child, [role="note"] li > :last-child { margin-block-end: 0; }
[role="note"] > .label { margin-block-end: 4px; color: var(--ink-soft); font-size: 0.75rem; }
[role="note"] blockquote { margin: 8px 0; padding-inline-start: 20px; border: 0; font-style: italic; }
[role="note"] code { background: var(--paper); }
.attribution, .facts, ol.sources, .footnote, .appendix:not(h2) { color: var(--ink-soft); font: 400 0.8125rem/1.6 var(--sans); }
.attribution { padding-inline-start: 18px; }
a { color: var(--accent); text-underline-offset: 2px; }
code { padding: 0 0.3em; border-radius: 3px; background: var(--desk); font-family: var(--mono); font-size: 0.875em; }
pre { white-space: pre-wrap; }
pre code { padding: 0; background: none; }
hr { border: 0; border-block-start: 1px solid var(--rule); }
.evidence { table-layout: fixed; }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; line-height: 1.5; }
th, td { box-sizing: border-box; padding: 8px; border: 1px solid var(--rule); text-align: start; vertical-align: top; }
th { color: var(--ink-soft); font: 600 0.8125rem/1.5 var(--sans); }
th { overflow-wrap: normal; }
.evidence th:nth-child(1) { width: 38%; }
.evidence th:nth-child(2) { width: 12%; }
.evidence th:nth-child(3) { width: 18%; }
.evidence th:nth-child(4) { width: 12%; }
[lang] { unicode-bidi: isolate; }
@page { margin: 20mm 18mm; }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff;
    --desk: #fff;
    --rule: #bbb;
    --rule-strong: #000;
    --ink: #000;
    --ink-soft: #000;
    --accent: #000;
  }
  body { padding: 0; font-size: 11pt; line-height: 1.5; }
  main, main.table { max-width: none; }
  h1, h2, h3, h4, h5, h6, .facts { break-after: avoid; }
  .quote, .translation:not(:has(+ .translation)) { break-after: avoid; }
  .attribution { break-before: avoid; }
  /* A rule beside each block: one beside the whole quote goes on to the page's end, past the last that fits. */
  .quote { padding: 0; border: 0; }
  .quote > * { margin: 0; padding: 0 0 12pt 16px; border-inline-start: 2px solid var(--rule-strong); }
  .quote > :last-child { padding-block-end: 0; }
  .attribution:has(+ .note), .label { break-after: avoid; }
  .attribution, tr, li { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  thead { display: table-header-group; }
  a { text-decoration: none; }
}
`;

/** A table of five columns needs the room. */
export const WIDE_PAGE = `@page { size: A4 landscape; }
`;
