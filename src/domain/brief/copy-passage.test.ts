import { describe, expect, it } from 'vitest';
import { aPassage, testSource, testWords } from './brief.testing.ts';
import { citation, citationHtml, passagesToHtml, passagesToMarkdown } from './copy-passage.ts';

const LINK = 'benle://annotation/0192f0c0-0000-7000-8000-000000000001';
const article = { ...testSource, dateBasis: 'inferred' } as const;
const passage = aPassage({
  article,
  quote: 'Đối tác “số một”.\n<b>Hai</b> & ba',
  note: 'Hỏi *JICA*.',
  translation: { text: 'Partner “number one”.', checked: false },
});

describe('passages for pasting', () => {
  it('are Markdown as in a brief', () => {
    expect(passagesToMarkdown([passage, aPassage({ verified: false })], testWords)).toBe(
      `> Đối tác “số một”.
>
> \\<b>Hai\\</b> & ba

*Unchecked:* Partner “number one”.

— *Tin vắn*, day 2023-12-18 (inferred), ¶ 40 · ODA · [passage](${LINK})

- **Note:**

  Hỏi *JICA*.

> Hai nước ký kết 3 công hàm.

— *Tin vắn*, day 2023-12-18, ¶ 40 · ODA · [passage](${LINK}) · **unverified**
`,
    );
  });

  it('are rich text that says the same, in which nothing else is live', () => {
    expect(passagesToHtml([passage], testWords)).toBe(
      `<blockquote class="quote" lang="vi">
<p>Đối tác “số một”.</p>
<p>&#x3C;b>Hai&#x3C;/b> &#x26; ba</p>
</blockquote>
<p class="translation"><em>Unchecked:</em> Partner “number one”.</p>
<p class="attribution">— <em lang="vi">Tin vắn</em>, day 2023-12-18 (inferred), ¶ 40 · ODA · <a href="${LINK}">passage</a></p>
<ul class="note">
<li>
<p class="label"><strong>Note:</strong></p>
<p>Hỏi <em>JICA</em>.</p>
</li>
</ul>
`,
    );
  });

  it('are nothing when there are none', () => {
    expect([passagesToMarkdown([], testWords), passagesToHtml([], testWords)]).toEqual(['', '']);
  });
});

describe('a citation', () => {
  it('is the quote with where it stands, in one line', () => {
    expect(citation(passage, testWords)).toBe(
      '“Đối tác ‘số một’. / <b>Hai</b> & ba” — Tin vắn, day 2023-12-18 (inferred), ¶ 40',
    );
  });

  it('says what is not known, and what is in doubt', () => {
    const lost = aPassage({ article: { id: 'a1', title: '' }, verified: false });
    const { paragraph: _, ...unplaced } = lost;
    expect(citation(unplaced, testWords)).toBe('“Hai nước ký kết 3 công hàm.” — a1 [unverified]');
    expect(citation({ ...lost, detached: 'gone' }, testWords)).toMatch(/ — a1, ¶ 40 \[gone\]$/);
  });

  it('is rich text, too', () => {
    expect(citationHtml(passage, testWords)).toBe(
      '<p><span lang="vi">“Đối tác ‘số một’. / &#x3C;b>Hai&#x3C;/b> &#x26; ba”</span> — <em lang="vi">Tin vắn</em>, day 2023-12-18 (inferred), ¶ 40</p>\n',
    );
  });
});
