/**
 * How Vietnamese syllables are spelt: onset, vowels, coda. All entries are in lower case and without tone marks; ă, â,
 * ê, ô, ơ, ư and đ are letters. After the spelling rules of 1984 (Quyết định 240/QĐ) and of the Ministry of Education
 * and Training of 2018 (Quyết định 1989/QĐ-BGDĐT), and Đoàn Thiện Thuật, "Ngữ âm tiếng Việt" (1977), on what a
 * syllable is made of.
 */

/** `qu` and `gi` have rules of their own: their last letter looks like a vowel. */
const ONSETS = 'b c ch d đ g gh h k kh l m n ng ngh nh p ph r s t th tr v x'.split(' ');

const CODAS = 'c ch m n ng nh p t'.split(' ');
/** Before these only the acute and the dot below occur. */
const STOPS = 'c ch p t'.split(' ');

/** Single vowels, with or without a coda. */
const SINGLE = 'a ă â e ê i o ô ơ u ư y'.split(' ');

/** Vowels without a coda, and the place of the letter among them that bears the tone mark. */
const OPEN: readonly (readonly [place: number, groups: string])[] = [
  [0, 'ai ao au ay âu ây eo êu ia iu oi ôi ơi ua ui ưa ưi ưu'],
  [1, 'oa oe uê uơ uy oai oao oay oeo uây uêu uya uyu iêu yêu uôi ươi ươu'],
];

/** The same before a coda. */
const CLOSED: readonly (readonly [place: number, groups: string])[] = [
  [1, 'oa oă oe oo uâ uê uy iê yê uô ươ'],
  [2, 'uyê'],
];

type Places = ReadonlyMap<string, number>;

function placesOf(table: typeof OPEN): Places {
  return new Map([
    ...SINGLE.map((vowel) => [vowel, 0] as const),
    ...table.flatMap(([place, groups]) =>
      groups.split(' ').map((vowels) => [vowels, place] as const),
    ),
  ]);
}

/** For vowels without a coda, the place of the letter that bears the tone mark. */
export const OPEN_VOWELS: Places = placesOf(OPEN);
/** The same for vowels before a coda. */
export const CLOSED_VOWELS: Places = placesOf(CLOSED);

export const VOWEL_LETTERS: ReadonlySet<string> = new Set(SINGLE);

/** After `gi` these also read as `gi` and `ia`, `iu`: "giặt gịa" is not "giạ lúa", and the mark alone says which. */
const TWO_READINGS = new Set(['a', 'u']);

const SYLLABLE = new RegExp(
  `^(qu(?=.)|gi(?=[${SINGLE.join('')}])|${ONSETS.toSorted((a, b) => b.length - a.length).join('|')}|)([${SINGLE.join('')}]+)(${CODAS.toSorted((a, b) => b.length - a.length).join('|')}|)$`,
  'u',
);

export interface SyllableSpelling {
  /** Where the vowels begin, those of `qu` and `gi` included: a tone mark can only stand here, … */
  readonly vowels: number;
  /** … and before here. */
  readonly vowelsEnd: number;
  /** The letter that bears the tone mark. */
  readonly place: number;
  /** Whether it ends with a stop. */
  readonly isStopped: boolean;
}

/**
 * Where a syllable bears its tone mark.
 * @param letters lower case, without tone marks, one code unit a letter; offsets in the result count these.
 * @returns `undefined` for what is no Vietnamese syllable, or is two, which the place of the mark tells apart.
 */
export function readSyllable(letters: string): SyllableSpelling | undefined {
  const [, onset, vowels, coda] = SYLLABLE.exec(letters) ?? [];
  if (onset === undefined || vowels === undefined || coda === undefined) return undefined;
  if (onset === 'gi' && coda === '' && TWO_READINGS.has(vowels)) return undefined;
  const place = (coda === '' ? OPEN_VOWELS : CLOSED_VOWELS).get(vowels);
  if (place === undefined) return undefined;
  const hasVowelLike = onset === 'qu' || onset === 'gi';
  return {
    vowels: onset.length - Number(hasVowelLike),
    vowelsEnd: onset.length + vowels.length,
    place: onset.length + place,
    isStopped: STOPS.includes(coda),
  };
}

/**
 * Syllables that are written with i and with y and are the same word: hi vọng and hy vọng, kĩ and kỹ, qui and quy.
 * Others are different words (tai, tay; thúi, thuý; í, ý) or are written in one way only (vì, thi).
 */
export const SYLLABLES_WITH_I_OR_Y: ReadonlySet<string> = new Set(
  [
    'hi hí hỉ ki kì kí kỉ kĩ kị li lì lí lị mì mỉ mĩ mị sỉ sĩ',
    'ti tì tí tỉ tị vĩ qui quì quí quỉ quĩ quị',
  ].flatMap((line) => line.split(' ')),
);

/** The same for texts of which the tone marks are dropped. */
export const TONELESS_WITH_I_OR_Y: ReadonlySet<string> = new Set(
  [...SYLLABLES_WITH_I_OR_Y].map((syllable) => syllable.normalize('NFD').replace(/\p{M}/gu, '')),
);
