import { writeCodebook } from '../../../domain/exchange/write-codes.ts';
import type { FormatWriter } from '../format.ts';

/** The codebook alone, as REFI-QDA has it; see docs/formats/refi-qda.md. */
export const writeQdc: FormatWriter = ({ codebook }) => writeCodebook(codebook);
