import type { Annotation } from '../annotation/annotation.ts';
import { FIRST, SECOND } from './brief-edits.testing.ts';
import type { BriefTexts } from './text-not-taken.ts';

/**
 * Briefs as versions before 1.0 exported them: notes without a frame, a passage under each of its tags, checksums among
 * the sources, days said to be inferred where they stand. They are read for ever: add to them, and never change one.
 */
export const OLD_BRIEFS: Readonly<Record<string, string>> = {
  plain: `---
title: ODA
created: 2026-11-22
tags: [ODA, Lao động, AZEC · xanh]
articles: 1
passages: 2
---

# ODA

Kính gửi *Bộ*.

## ODA

### Nhận xét

Còn thiếu.

> ký kết 3 công hàm

*Unchecked:* signed three notes

— *Title of a*, day 2023-12-18 (inferred), ¶ 1 · ODA · [passage](benle://annotation/0192f0c0-0000-7000-8000-000000000001)

### Vốn vay

Hỏi lại *Bộ Tài chính*.

## Lao động

> Đối tác “số một”

— *Title of a*, day 2023-12-18 (inferred), ¶ 2 · Lao động · AZEC · xanh · [passage](benle://annotation/0192f0c0-0000-7000-8000-000000000002)

> Trích

Hỏi lại.

## AZEC · xanh

> Đối tác “số một”

— *Title of a*, day 2023-12-18 (inferred), ¶ 2 · Lao động · AZEC · xanh · [passage](benle://annotation/0192f0c0-0000-7000-8000-000000000002)

> Trích

Hỏi lại.

## Sources

1. *Title of a*, day 2023-12-18 (inferred). sha256 hash-a; 2 passages, quotes verified.
`,
  'plain for Obsidian': `---
title: ODA
created: 2026-11-22
tags: [ODA, Lao-động, AZEC-xanh]
articles: 1
passages: 2
---

# ODA

Kính gửi *Bộ*.

## ODA

### Nhận xét

Còn thiếu.

> ký kết 3 công hàm

*Unchecked:* signed three notes

— *Title of a*, day 2023-12-18 (inferred), ¶ 1 · ODA · [passage](benle://annotation/0192f0c0-0000-7000-8000-000000000001) ^0192f0c0-0000-7000-8000-000000000001

### Vốn vay

Hỏi lại *Bộ Tài chính*.

## Lao động

> Đối tác “số một”

— *Title of a*, day 2023-12-18 (inferred), ¶ 2 · Lao động · AZEC · xanh · [passage](benle://annotation/0192f0c0-0000-7000-8000-000000000002) ^0192f0c0-0000-7000-8000-000000000002

> Trích

Hỏi lại.

## AZEC · xanh

> Đối tác “số một”

— *Title of a*, day 2023-12-18 (inferred), ¶ 2 · Lao động · AZEC · xanh · [passage](benle://annotation/0192f0c0-0000-7000-8000-000000000002)

> Trích

Hỏi lại.

## Sources

1. *Title of a*, day 2023-12-18 (inferred). sha256 hash-a; 2 passages, quotes verified.
`,
  digest: `---
title: ODA
created: 2026-11-22
tags: [ODA, Lao động, AZEC · xanh]
articles: 1
passages: 2
---

# ODA

Kính gửi *Bộ*.

## Title of a

day 2023-12-18 (inferred) · 2 passages

Bài chính.

> ký kết 3 công hàm

*Unchecked:* signed three notes

— ¶ 1 · ODA · [passage](benle://annotation/0192f0c0-0000-7000-8000-000000000001)

### Vốn vay

Hỏi lại *Bộ Tài chính*.

> Đối tác “số một”

— ¶ 2 · Lao động · AZEC · xanh · [passage](benle://annotation/0192f0c0-0000-7000-8000-000000000002)

> Trích

Hỏi lại.

## Sources

1. *Title of a*, day 2023-12-18 (inferred). sha256 hash-a; 2 passages, quotes verified.
`,
  table: `---
title: ODA
created: 2026-11-22
tags: [ODA, Lao động, AZEC · xanh]
articles: 1
passages: 2
---

# ODA

Kính gửi *Bộ*.

## ODA

### Nhận xét

Còn thiếu.

| Passage | Tags | Article | Date | Note |
| - | - | - | - | - |
| ký kết 3 công hàm · *Unchecked:* signed three notes · [passage](benle://annotation/0192f0c0-0000-7000-8000-000000000001) | ODA | *Title of a*, ¶ 1 | day 2023-12-18 (inferred) | Vốn vay / Hỏi lại *Bộ Tài chính*. |

## Lao động

| Passage | Tags | Article | Date | Note |
| - | - | - | - | - |
| Đối tác “số một” · [passage](benle://annotation/0192f0c0-0000-7000-8000-000000000002) | Lao động · AZEC · xanh | *Title of a*, ¶ 2 | day 2023-12-18 (inferred) | Trích / Hỏi lại. |

## AZEC · xanh

| Passage | Tags | Article | Date | Note |
| - | - | - | - | - |
| Đối tác “số một” · [passage](benle://annotation/0192f0c0-0000-7000-8000-000000000002) | Lao động · AZEC · xanh | *Title of a*, ¶ 2 | day 2023-12-18 (inferred) | Trích / Hỏi lại. |

## Sources

1. *Title of a*, day 2023-12-18 (inferred). sha256 hash-a; 2 passages, quotes verified.
`,
};

/** What they were written from. */
export const OLD_ROWS: readonly Annotation[] = [
  FIRST,
  { ...SECOND, tagIds: ['tag-Lao động', 'tag-AZEC · xanh'], note: '> Trích\n\nHỏi lại.' },
];
export const OLD_PLAN: BriefTexts = {
  title: 'ODA',
  introduction: 'Kính gửi *Bộ*.',
  remarks: { 'tag:tag-ODA': '# Nhận xét\n\nCòn thiếu.', 'article:a': 'Bài chính.' },
};
