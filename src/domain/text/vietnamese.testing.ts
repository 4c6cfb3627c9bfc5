/** One tone mark each, and none. */
export const TONES = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];

/** Rhymes as dictionaries list them, those that are spoken after `qu` included. */
const RHYMES = [
  'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây',
  'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu',
  'o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt',
  'oe oen oeo oet oong ooc ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt',
  'u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ',
  'uy uya uych uynh uyt uyu uyên uyêt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu',
  'y yên yêt yêng yêm yêu',
].flatMap((line) => line.split(' '));

const ONSETS = [
  ...['', 'b', 'c', 'ch', 'd', 'đ', 'g', 'gh', 'gi', 'h', 'k', 'kh', 'l', 'm', 'n', 'ng', 'ngh'],
  ...['nh', 'p', 'ph', 'qu', 'r', 's', 't', 'th', 'tr', 'v', 'x'],
];

/** `c`, `g`, `ng` are `k`, `gh`, `ngh` before these, and only before these. */
const FRONT = /^[eêiy]/u;
const TAKES_FRONT: Readonly<Record<string, boolean>> = {
  ...{ c: false, g: false, ng: false },
  ...{ k: true, gh: true, ngh: true },
};

function joined(onset: string, rhyme: string): string | undefined {
  const wantsFront = TAKES_FRONT[onset];
  if (wantsFront !== undefined && wantsFront !== FRONT.test(rhyme)) return undefined;
  // One i is left of two. Of `gia` and `giu` there are two, which `markedAt` tells apart.
  if (onset === 'gi' && rhyme.startsWith('i')) return onset + rhyme.slice(1);
  if (onset === 'qu' && /^[ouư]/u.test(rhyme)) return undefined;
  if (rhyme.startsWith('y') && !['', 'h', 'k', 'l', 'm', 'qu', 's', 't', 'v'].includes(onset))
    return undefined;
  return onset + rhyme;
}

const isVowel = (letter: string) => 'aăâeêioôơuưy'.includes(letter);

/** Where the rules of 2018 want the mark, told from the letters of the rhyme; offset into the syllable. */
function markedAt(rhyme: string, letters: string): number {
  const first = letters.length - rhyme.length;
  const vowels = [...rhyme].filter(isVowel).join('');
  const isOpen = vowels.length === rhyme.length;
  const quality = Math.max(...[...'ăâêôơ'].map((letter) => rhyme.lastIndexOf(letter)));
  if (quality >= 0) return first + quality;
  if (vowels.length === 1) return first;
  if (/^(?:oa|oe|uy)/u.test(vowels)) return first + 1;
  return isOpen ? first : first + vowels.length - 1;
}

const hasStop = (letters: string) => /(?:c|ch|p|t)$/u.test(letters);

export interface Syllable {
  /** As the rules of 2018 have it, composed. */
  readonly spelling: string;
  /** The same with the tone mark on other vowel letters, `u` of `qu` and `i` of `gi` included, composed. */
  readonly misplaced: readonly string[];
}

const mark = (letters: string, place: number, tone: string) =>
  (letters.slice(0, place + 1) + tone + letters.slice(place + 1)).normalize('NFC');

function syllablesOf(onset: string, rhyme: string): Syllable[] {
  const letters = joined(onset, rhyme);
  if (letters === undefined) return [];
  const place = markedAt(rhyme, letters);
  const hasTwoReadings = letters === 'gia' || letters === 'giu';
  const others = [...letters].flatMap((letter, at) =>
    isVowel(letter) && at !== place && !hasTwoReadings ? [at] : [],
  );
  const tones = hasStop(letters) ? ['\u0301', '\u0323'] : TONES;
  return tones.map((tone) => ({
    spelling: mark(letters, place, tone),
    misplaced: tone === '' ? [] : others.map((at) => mark(letters, at, tone)),
  }));
}

/** Every syllable that the spelling allows: onset by rhyme by tone, whether there is such a word or not. */
export function allSyllables(): readonly Syllable[] {
  return ONSETS.flatMap((onset) => RHYMES.flatMap((rhyme) => syllablesOf(onset, rhyme)));
}
