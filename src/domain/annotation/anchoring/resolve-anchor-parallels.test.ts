import { describe, expect, test } from 'vitest';
import { readMarked, resolveMarked } from './marked-text.testing.ts';
import { resolvePassage } from './resolve-anchor.ts';

const stateOf = (before: string, after: string) => resolveMarked(before, after).state;

const CLAIM = 'vốn ODA đã được giải ngân đúng tiến độ';
const OTHERS = [
  'Hội nghị diễn ra trong hai ngày với nhiều phiên thảo luận.',
  'Các đại biểu đã đi thăm một số cơ sở sản xuất.',
];

/** Ways in which two statements stand beside each other that say the same of different subjects. */
const PAIRS: Readonly<Record<string, readonly [own: string, other: string]>> = {
  'names before': [`Tỉnh Nghệ An cho biết [${CLAIM}].`, `Tỉnh Hà Tĩnh cho biết ${CLAIM}.`],
  'names behind': [`“[${CLAIM}]”, ông Nguyễn Văn An nói.`, `“${CLAIM}”, ông Nguyễn Văn Bình nói.`],
  years: [`Trong năm 2021, [${CLAIM}].`, `Trong năm 2022, ${CLAIM}.`],
  amounts: [`Với 12 tỷ đồng, [${CLAIM}].`, `Với 91 tỷ đồng, ${CLAIM}.`],
  negation: [`Hai bên không xác nhận rằng [${CLAIM}].`, `Hai bên xác nhận rằng ${CLAIM}.`],
  'negation in the other': [
    `Hai bên xác nhận rằng [${CLAIM}].`,
    `Hai bên chưa xác nhận rằng ${CLAIM}.`,
  ],
  'common nouns': [`Nhiều công nhân cho rằng [${CLAIM}].`, `Nhiều nông dân cho rằng ${CLAIM}.`],
  'a longer subject': [
    `Đối với doanh nghiệp, [${CLAIM}].`,
    `Đối với doanh nghiệp nước ngoài, ${CLAIM}.`,
  ],
  'a shorter subject': [`phó chủ tịch | [${CLAIM}] | đã xem`, `chủ tịch | ${CLAIM} | đã xem`],
  verbs: [`Quốc hội tán thành việc [${CLAIM}].`, `Quốc hội phản đối việc ${CLAIM}.`],
  'list items': [`- Tại Nghệ An, [${CLAIM}];`, `- Tại Hà Tĩnh, ${CLAIM};`],
  'rows of a table': [`Nghệ An\t[${CLAIM}]\tđạt`, `Hà Tĩnh\t${CLAIM}\tđạt`],
  'cells of a table': [`Nghệ An\n[12 triệu]\nđạt`, `Hà Tĩnh\n12 triệu\nđạt`],
  'a lead-in': [
    `Tỉnh Nghệ An:\n- việc chung;\n- [${CLAIM}].`,
    `Tỉnh Hà Tĩnh:\n- việc chung;\n- ${CLAIM}.`,
  ],
  'the sentence before': [
    `Bộ Tài chính ra thông cáo. Theo đó, [${CLAIM}].`,
    `Bộ Y tế ra thông cáo. Theo đó, ${CLAIM}.`,
  ],
  'an opening that is the same': [
    `Hôm nay, tại Hà Nội, một thông cáo được phát đi. Bộ Tài chính nêu rõ [${CLAIM}].`,
    `Hôm nay, tại Hà Nội, một thông cáo được phát đi. Bộ Y tế nêu rõ ${CLAIM}.`,
  ],
};

const unmarked = (text: string) => text.replace(/[[\]]/g, '');
const article = (...lines: readonly string[]) => [OTHERS[0], ...lines, OTHERS[1]].join('\n');

describe.each(Object.entries(PAIRS))(
  'statements on one pattern, told apart by %s',
  (_, [own, other]) => {
    const before = article(own, other);

    test('the marked one is deleted: the other is not it', () => {
      expect(stateOf(before, article(other))).toMatch(/lost|ambiguous/);
      expect(stateOf(article(other, own), article(other))).toMatch(/lost|ambiguous/);
    });

    test('the other is deleted: the marked one is exact', () => {
      expect(resolveMarked(before, article(own))).toMatchObject({ state: 'exact', isThere: true });
    });

    test('both change places: the marked one is exact where it went', () => {
      expect(resolveMarked(before, article(other, own))).toMatchObject({
        state: 'exact',
        isThere: true,
      });
    });

    test('both stand in one block', () => {
      const joined = before.replace(/\.\n/g, '. ');
      expect(stateOf(joined, unmarked(article(other)).replace(/\.\n/g, '. '))).toMatch(
        /lost|ambiguous/,
      );
    });
  },
);

test('a subject that becomes another, also the other one, is never exact', () => {
  const text = (one: string, two: string) =>
    article(`Tỉnh ${one} cho biết [${CLAIM}].`, `Tỉnh ${two} cho biết ${CLAIM}.`);
  const before = text('Nghệ An', 'Hà Tĩnh');
  for (const name of ['Thanh Hóa', 'Hà Tĩnh', 'Nghệ Tĩnh']) {
    expect(stateOf(before, text(name, 'Hà Tĩnh')), name).toMatch(/lost|ambiguous|moved/);
  }
});

test('says what stands beside a place that may be another statement', () => {
  const [own, other] = PAIRS['names before'] ?? ['', ''];
  expect(resolveMarked(article(own, other), article(other))).toMatchObject({
    state: 'lost',
    change: { kind: 'name', was: 'Nghệ An', now: 'Hà Tĩnh' },
    candidates: [{ exact: true }],
  });
});

describe('a passage that stands once, in a sentence that changed', () => {
  const moved = (was: string, now: string) =>
    resolveMarked(article(was), article(now.replace(CLAIM, `[${CLAIM}]`)));

  test.each([
    ['name', `Bộ Tài chính cho biết [${CLAIM}].`, `Bộ Công Thương cho biết ${CLAIM}.`],
    ['name', `Tỉnh Nghệ An cho biết [${CLAIM}].`, `Tỉnh Hà Tĩnh cho biết ${CLAIM}.`],
    ['name', `JICA cho biết [${CLAIM}].`, `ADB cho biết ${CLAIM}.`],
    ['number', `Ngày 21/5/2023, bộ cho biết [${CLAIM}].`, `Ngày 23/5/2023, bộ cho biết ${CLAIM}.`],
    ['number', `Có 45 % dự án mà [${CLAIM}].`, `Có 54 % dự án mà ${CLAIM}.`],
    [
      'negation',
      `Bộ cho biết rằng thực ra [${CLAIM}].`,
      `Bộ không cho biết rằng thực ra ${CLAIM}.`,
    ],
    ['negation', `Bộ chưa xác nhận lại rằng [${CLAIM}].`, `Bộ xác nhận lại rằng ${CLAIM}.`],
  ])('another %s: moved, with its reason', (kind, was, now) => {
    expect(moved(was, now)).toMatchObject({ state: 'moved', isThere: true, change: { kind } });
  });

  test('a name in the sentence before, where the sentence names nothing, moves it', () => {
    const was = `Bộ Tài chính ra thông cáo. Theo đó, [${CLAIM}].`;
    const now = `Bộ Công Thương ra thông cáo. Theo đó, ${CLAIM}.`;
    expect(moved(was.replace('ODA', 'vay'), now.replace('ODA', 'vay'))).toMatchObject({
      state: 'moved',
    });
  });

  test('another common word leaves it exact', () => {
    const was = `Bộ Tài chính mới đây cho biết [${CLAIM}].`;
    expect(moved(was, `Bộ Tài chính vừa qua cho biết ${CLAIM}.`)).toMatchObject({ state: 'exact' });
  });
});

test('a selector without a sentence is judged by what its context shows of one', () => {
  const { passage } = readMarked(article(`Tỉnh Nghệ An cho biết [${CLAIM}].`));
  const { exact, prefix, suffix } = passage.quote;
  const former = { ...passage, quote: { exact, prefix, suffix } };
  const now = unmarked(article(`Tỉnh Hà Tĩnh cho biết ${CLAIM}.`));
  expect(resolvePassage(now, former).state).not.toBe('exact');
});

test('a claim that came to stand right behind the marked one is not it', () => {
  const own = `Tỉnh Nghệ An họp báo như sau.\n[Giá điện sẽ được điều chỉnh].`;
  const lead = 'Tỉnh Hà Tĩnh họp báo như sau.';
  const claim = 'Giá điện sẽ được điều chỉnh.';
  const before = article(own, lead, claim);
  expect(resolveMarked(before, article(lead, own, claim))).toMatchObject({
    state: 'exact',
    isThere: true,
  });
});
