import { canonicalSpelling } from '../text/vietnamese.ts';

/** Longer than this, a line is no byline. In UTF-16 code units. */
const LONGEST_BYLINE = 100;
const MOST_NAMES = 4;
const MOST_SYLLABLES = 6;
/** Between two names, or a name and an agency: "Vũ Anh - Thu Hà", "Dương Giang/TTXVN". */
const NAME_SEPARATOR = / ?[,/&|()] ?| [-–—] | và /u;
/** A syllable as names have it: "Tuấn", "NGỌC", "VnExpress", the initial in "J. Smith". */
const NAME_SYLLABLE = /^\p{Lu}[\p{L}\p{M}]*\.?$/u;
const AGENCY =
  /^(?:(?=\p{N}*\p{Lu})[\p{Lu}\p{N}]{2,}|[\p{L}\p{N}-]+\.(?:vn|com|net|org|gov\.vn|com\.vn))$/u;
/** What newspapers set before the names, in the spelling that `canonicalSpelling` gives. */
const ROLE =
  /^(?:Theo|Nguồn|Tác giả|Người viết|Thực hiện|Biên dịch|Dịch|Nhóm (?:PV|phóng viên)|PV|Phóng viên|(?:Bài|Tin)(?:(?:,| và| -) ?(?:ảnh|bài|clip|video|đồ hoạ))*) ?:? /u;
const ROLE_ALONE = /^(?:PV|CTV|Nhóm PV|Nhóm phóng viên|P\.V|PV tổng hợp)$/u;
const NEWSPAPER = /^(?:báo|tạp chí|trang|đài) /iu;

function isName(text: string, fewest: number): boolean {
  const syllables = text.replace(NEWSPAPER, '').split(' ');
  if (syllables.length > MOST_SYLLABLES) return false;
  if (syllables.length === 1 && AGENCY.test(text)) return true;
  return syllables.length >= fewest && syllables.every((syllable) => NAME_SYLLABLE.test(syllable));
}

/**
 * Whether the line reads as who wrote the article: one to four names of people or agencies
 * ("Hoài Thu", "Vũ Anh - Thu Hà", "Theo TTXVN"), and nothing else. A lone name needs two syllables.
 */
export function readsAsByline(printed: string): boolean {
  const line = canonicalSpelling(printed);
  if (line.length > LONGEST_BYLINE || /[.!?…;:]$/u.test(line)) return false;
  if (ROLE_ALONE.test(line)) return true;
  const role = ROLE.exec(line)?.[0] ?? '';
  const names = line
    .slice(role.length)
    .split(NAME_SEPARATOR)
    .map((name) => name.replace(/^Theo /u, ''))
    .filter((name) => name !== '');
  if (names.length === 0 || names.length > MOST_NAMES) return false;
  const fewest = role === '' && names.length === 1 ? 2 : 1;
  return names.every((name) => isName(name, fewest));
}
