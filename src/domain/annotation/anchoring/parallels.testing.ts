import { below, pick, type Random } from './tracked-text.testing.ts';

/** UTF-16 code units into the text that it belongs to. */
export interface Span {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** One of several statements that say the same of different subjects. */
export interface Statement {
  /** All of it, with the separator behind it: what an editor deletes or moves. */
  readonly whole: Span;
  /** What tells it from its parallels: who, when, how much, or whether. Empty where it has no negation. */
  readonly subject: Span;
  /** What all parallels share and an analyst marks. */
  readonly claim: Span;
}

/** A text with parallel statements in it. */
export interface ParallelText {
  readonly text: string;
  readonly layout: string;
  readonly kind: string;
  readonly statements: readonly Statement[];
  /** Subjects of the same kind that none of the statements has. */
  readonly spare: readonly string[];
}

const NUMERALS = ['12', '3.450', '0,7', '91', '1.200', '48,5', '7', '650'];

/** Subjects by kind: names, times, amounts, negations, and such that are no more than a common noun or verb. */
const SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  province: [
    'Nghệ An',
    'Hà Tĩnh',
    'Thanh Hóa',
    'Quảng Bình',
    'Đắk Lắk',
    'Bà Rịa - Vũng Tàu',
    'Huế',
    'An Giang',
  ],
  person: [
    'ông Nguyễn Văn An',
    'bà Trần Thị Bình',
    'ông Lê Đức Thọ',
    'ông Nguyễn Văn Bình',
    'bà Đỗ Mai',
    'ông Yamada',
    'ông Kishida',
    'bà Trần Thị An',
  ],
  ministry: [
    'Bộ Tài chính',
    'Bộ Công Thương',
    'Bộ Y tế',
    'JICA',
    'JETRO',
    'Bộ Kế hoạch và Đầu tư',
    'ADB',
    'Ngân hàng Nhà nước',
  ],
  year: [
    'năm 2019',
    'năm 2020',
    'năm 2021',
    'năm 2022',
    'năm 2023',
    'quý I/2023',
    'tháng 3',
    'tháng 11',
  ],
  amount: NUMERALS.map((number) => `${number} tỷ đồng`),
  share: NUMERALS.map((number) => `${number} %`),
  noun: [
    'công nhân',
    'nông dân',
    'doanh nghiệp trong nước',
    'doanh nghiệp nước ngoài',
    'sinh viên',
    'các hợp tác xã',
    'ngư dân',
    'doanh nghiệp',
  ],
  office: [
    'bộ trưởng',
    'thứ trưởng',
    'đại sứ',
    'tổng giám đốc',
    'phó tổng giám đốc',
    'chủ tịch',
    'phó chủ tịch',
    'tổng thư ký',
  ],
  negation: ['', 'không', 'chưa', 'chẳng', 'đừng', 'không thể', 'chưa hề', 'không bao giờ'],
  direction: [
    'đồng ý',
    'phản đối',
    'ủng hộ',
    'từ chối',
    'tán thành',
    'bác bỏ',
    'hoan nghênh',
    'chỉ trích',
  ],
};

/** How a sentence begins before its claim. `$` stands for the subject. */
const OPENINGS: Readonly<Record<string, readonly string[]>> = {
  province: [
    'Tỉnh $ cho biết ',
    'Theo lãnh đạo tỉnh $, ',
    'Tại $, ',
    'Đại diện $ khẳng định rằng ',
    '$: ',
  ],
  person: ['Theo $, ', 'Trả lời phỏng vấn, $ nói: ', 'Tại hội nghị, $ cho biết '],
  ministry: ['$ cho biết ', 'Theo số liệu của $, ', 'Báo cáo của $ nêu rõ '],
  year: ['Trong $, ', 'Đến hết $, cả nước ghi nhận ', 'Theo kế hoạch của $, '],
  amount: ['Với số vốn $, ', 'Dự án trị giá $ nhằm ', 'Hợp đồng $ quy định '],
  share: ['Khoảng $ số hộ cho rằng ', 'Có $ người được hỏi nói ', 'Với mức $, '],
  noun: ['Nhiều $ cho rằng ', 'Đối với $, ', 'Tổ chức đại diện $ cho biết '],
  office: ['Ngài $ cho biết ', 'Theo lời $, ', 'Vị $ nhấn mạnh rằng '],
  negation: ['Hai bên $ thống nhất rằng ', 'Chính phủ $ cho phép ', 'Các nước $ cam kết '],
  direction: ['Hai bên $ việc ', 'Quốc hội $ đề xuất ', 'Người dân $ chuyện '],
};

const CLAIMS = [
  'số vốn vay ưu đãi đã được giải ngân đúng tiến độ',
  'lao động được đào tạo nghề tăng mạnh so với cùng kỳ',
  'quá trình chuyển đổi năng lượng cần nguồn lực rất lớn từ bên ngoài',
  'thủ tục đầu tư sẽ được rút ngắn còn 15 ngày kể từ tháng 6',
  'Nhật Bản là nhà tài trợ ODA lớn nhất và là đối tác quan trọng về lao động',
  'giá điện sẽ được điều chỉnh theo lộ trình',
  'môi trường kinh doanh được cải thiện',
  'kim ngạch thương mại hai chiều đạt gần 50 tỷ USD, tăng 12 % so với năm trước',
];

class Builder {
  text = '';

  add(piece: string): Span {
    const start = this.text.length;
    this.text += piece;
    return { start, end: this.text.length };
  }

  /** Adds a pattern whose `$` is the subject. @returns where the subject stands. */
  addPattern(pattern: string, subject: string): Span {
    const [before = '', after = ''] = pattern.split('$');
    this.add(before);
    const span = this.add(subject);
    // A subject that is left out leaves no double space.
    this.add(subject === '' ? after.trimStart() : after);
    return span;
  }
}

interface Fill {
  readonly subjects: readonly string[];
  readonly pattern: string;
  readonly claim: string;
}

type Layout = (build: Builder, fill: Fill) => Statement[];

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function addStatements(
  build: Builder,
  { subjects }: Fill,
  add: (subject: string) => Pick<Statement, 'subject' | 'claim'>,
): Statement[] {
  return subjects.map((each) => {
    const start = build.text.length;
    const parts = add(each);
    return { ...parts, whole: { start, end: build.text.length } };
  });
}

const sentences =
  (mark: string, end: string): Layout =>
  (build, fill) =>
    addStatements(build, fill, (each) => {
      build.add(mark);
      const subject = build.addPattern(fill.pattern, each);
      const claim = build.add(fill.claim);
      build.add(end);
      return { subject, claim };
    });

/** The subject stands behind the claim. */
const reported: Layout = (build, fill) =>
  addStatements(build, fill, (each) => {
    build.add('“');
    const claim = build.add(upper(fill.claim));
    build.add('”, ');
    const subject = build.add(each === '' ? 'họ' : each);
    build.add(' phát biểu tại phiên họp.\n');
    return { subject, claim };
  });

/** The subject stands in the line above the items, of which one is the claim. */
const grouped: Layout = (build, fill) =>
  addStatements(build, fill, (each) => {
    const subject = build.addPattern(`${fill.pattern.trimEnd().replace(/[,:]$/, '')}:\n`, each);
    build.add('- tiến độ chung được bảo đảm;\n- ');
    const claim = build.add(fill.claim);
    build.add(';\n- các khó khăn đã được báo cáo cấp trên.\n');
    return { subject, claim };
  });

/** As the cells of a table come out of a page: each row a line, its cells apart by tabs or bars. */
const rows =
  (gap: string): Layout =>
  (build, fill) => {
    build.add(`Đơn vị${gap}Nội dung${gap}Ghi chú\n`);
    return addStatements(build, fill, (each) => {
      const subject = build.add(each === '' ? 'có' : each);
      build.add(gap);
      const claim = build.add(fill.claim);
      build.add(`${gap}đã rà soát\n`);
      return { subject, claim };
    });
  };

/** Two sentences: the first has the subject, the second the claim and nothing that tells. */
const followed =
  (between: string): Layout =>
  (build, fill) =>
    addStatements(build, fill, (each) => {
      build.add('Hôm nay, trong khuôn khổ hội nghị thường niên, một thông cáo được phát đi. ');
      const subject = build.addPattern(
        `${fill.pattern.trimEnd().replace(/[,:]$/, '')} như sau.`,
        each,
      );
      build.add(between);
      const claim = build.add(upper(fill.claim));
      build.add('.\n');
      return { subject, claim };
    });

export const LAYOUTS: Readonly<Record<string, Layout>> = {
  blocks: sentences('', '.\n'),
  'one block': sentences('', '. '),
  bullets: sentences('- ', ';\n'),
  numbered: sentences('• ', '\n'),
  reported,
  grouped,
  'rows by bars': rows(' | '),
  'rows by tabs': rows('\t'),
  cells: rows('\n'),
  'press release': followed(' '),
  'press release in lines': followed('\n'),
};

function shuffle<T>(random: Random, items: readonly T[]): T[] {
  const rest = [...items];
  const result: T[] = [];
  while (rest.length > 0) result.push(...rest.splice(below(random, rest.length), 1));
  return result;
}

/** Puts two to six parallel statements between two blocks of an article. */
export function writeParallels(random: Random, article: string): ParallelText {
  const layout = pick(random, Object.keys(LAYOUTS));
  const kind = pick(random, Object.keys(SUBJECTS));
  const pattern = pick(random, OPENINGS[kind] ?? []);
  const shuffled = shuffle(random, SUBJECTS[kind] ?? []);
  const count = 2 + below(random, 5);
  const fill = { pattern, claim: pick(random, CLAIMS), subjects: shuffled.slice(0, count) };
  const breaks = [...article.matchAll(/\n/g)].map(({ index }) => index + 1);
  const at = pick(random, breaks);
  const build = new Builder();
  build.add(article.slice(0, at));
  const statements = LAYOUTS[layout]?.(build, fill) ?? [];
  if (!build.text.endsWith('\n')) build.add('\n');
  build.add(`${article.slice(at)}\n`);
  return { text: build.text, layout, kind, statements, spare: shuffled.slice(count) };
}
