import beVietnamItalicLatin from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-italic.woff2?inline';
import beVietnamLatin from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?inline';
import beVietnamBoldLatin from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-600-normal.woff2?inline';
import beVietnamItalicLatinExt from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-ext-400-italic.woff2?inline';
import beVietnamLatinExt from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-ext-400-normal.woff2?inline';
import beVietnamBoldLatinExt from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-ext-600-normal.woff2?inline';
import beVietnamItalicVietnamese from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-italic.woff2?inline';
import beVietnamVietnamese from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?inline';
import beVietnamBoldVietnamese from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-600-normal.woff2?inline';
import literataItalicLatinExt from '@fontsource-variable/literata/files/literata-latin-ext-wght-italic.woff2?inline';
import literataLatinExt from '@fontsource-variable/literata/files/literata-latin-ext-wght-normal.woff2?inline';
import literataItalicLatin from '@fontsource-variable/literata/files/literata-latin-wght-italic.woff2?inline';
import literataLatin from '@fontsource-variable/literata/files/literata-latin-wght-normal.woff2?inline';
import literataItalicVietnamese from '@fontsource-variable/literata/files/literata-vietnamese-wght-italic.woff2?inline';
import literataVietnamese from '@fontsource-variable/literata/files/literata-vietnamese-wght-normal.woff2?inline';

/** What the characters of each file are, as Fontsource parts them; of two that have one, the later counts. */
const RANGES = [
  // Latin, extended
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  // Vietnamese
  'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  // Latin
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
];

interface Face {
  readonly family: string;
  readonly style: 'normal' | 'italic';
  readonly weight: string;
  /** Addresses that are the file itself, one for each of the ranges. */
  readonly files: readonly string[];
}

const FACES: readonly Face[] = [
  {
    family: 'Literata Variable',
    style: 'normal',
    weight: '200 900',
    files: [literataLatinExt, literataVietnamese, literataLatin],
  },
  {
    family: 'Literata Variable',
    style: 'italic',
    weight: '200 900',
    files: [literataItalicLatinExt, literataItalicVietnamese, literataItalicLatin],
  },
  {
    family: 'Be Vietnam Pro',
    style: 'normal',
    weight: '400',
    files: [beVietnamLatinExt, beVietnamVietnamese, beVietnamLatin],
  },
  {
    family: 'Be Vietnam Pro',
    style: 'italic',
    weight: '400',
    files: [beVietnamItalicLatinExt, beVietnamItalicVietnamese, beVietnamItalicLatin],
  },
  {
    family: 'Be Vietnam Pro',
    style: 'normal',
    weight: '600',
    files: [beVietnamBoldLatinExt, beVietnamBoldVietnamese, beVietnamBoldLatin],
  },
];

/** Whoever hands on the fonts hands on this, too. */
const NOTICE = `/*
Literata: Copyright 2017 The Literata Project Authors (https://github.com/googlefonts/literata)
Be Vietnam Pro: Copyright 2021 The Be Vietnam Pro Project Authors (https://github.com/bettergui/BeVietnamPro)
Both are licensed under the SIL Open Font License, Version 1.1: https://openfontlicense.org
*/`;

function rulesOf({ family, style, weight, files }: Face): string[] {
  return files.map(
    (file, index) => `@font-face {
  font-family: "${family}";
  font-style: ${style};
  font-weight: ${weight};
  src: url(${file}) format("woff2");
  unicode-range: ${RANGES[index]};
}`,
  );
}

/** The window's fonts, for Vietnamese and English, as part of a style sheet: no computer needs to have them. */
export const FONT_FACES = [NOTICE, ...FACES.flatMap(rulesOf)].join('\n');
