import type { PhrasingContent } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { describe, expect, it } from 'vitest';
import { textHandlers, verbatim } from './markdown-text.ts';

function written(...children: PhrasingContent[]): string {
  return toMarkdown({ type: 'paragraph', children }, { handlers: textHandlers }).trimEnd();
}

const text = (value: string) => ({ type: 'text', value }) as const;

describe('verbatim text', () => {
  it('means nothing in the dialects of GitHub and Obsidian either', () => {
    expect(written(verbatim('a ~~b~~ ==c== $d$ [[e]] #f %%g%% h ^i | [^1]'))).toBe(
      String.raw`a \~\~b\~\~ \=\=c\=\= \$d\$ \[\[e\]\] \#f \%\%g\%\% h \^i \| \[\^1\]`,
    );
    expect(written(verbatim('http://a.vn www.b.vn c@d.vn'))).toBe(
      String.raw`http\://a.vn www\.b.vn c\@d.vn`,
    );
  });

  it('is one line, whatever it holds', () => {
    expect(written(verbatim('a\nb\r\nc'))).toBe('a&#xA;b&#xD;&#xA;c');
  });

  it('leaves alone what is no mark where it stands', () => {
    const plain = 'Tăng 5 % = 1.000 tỷ (15-18/12); R&D, công_tác, 2 > 1! a - b + c, 12:30, @x.';
    expect(written(verbatim(plain))).toBe(plain);
  });
});

describe('the text of a note', () => {
  it('keeps lines and the dialects’ marks, but for those that swallow what follows', () => {
    expect(written(text('| a | ~~b~~ ==c== https://x.vn/#d\n#e f #\n%% $$'))).toBe(
      '| a | ~~b~~ ==c== https://x.vn/#d\n\\#e f \\#\n\\%\\% \\$\\$',
    );
  });

  it('does not turn a link after it into a picture', () => {
    const link = { type: 'link', url: 'https://x.vn', children: [text('a')] } as const;
    expect(written(text('b!'), { ...link, children: [...link.children] })).toBe(
      'b\\![a](https://x.vn)',
    );
  });
});
