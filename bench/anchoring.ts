/**
 * How well passages are found again: edits the bundled articles at random and prints what came of passages.
 *
 *     npm run bench -- anchoring [--seed=1] [--edits=10000] [--parallels=4000] [--misses=20]
 *
 * `edits` are of 13 kinds. `parallels` are texts in which several statements say the same of different subjects.
 */
import { parseArgs } from 'node:util';
import { BUNDLED_TEXTS } from '../src/domain/annotation/anchoring/bundled-texts.testing.ts';
import { type Miss, measureAnchoring } from '../src/domain/annotation/anchoring/measure.testing.ts';
import {
  measureParallels,
  type ParallelMiss,
} from '../src/domain/annotation/anchoring/measure-parallels.testing.ts';
import {
  anchoringTable,
  parallelsTable,
} from '../src/domain/annotation/anchoring/table.testing.ts';

const { values } = parseArgs({
  // What follows `--` is for the measurements that start the app.
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    edits: { type: 'string', default: '10000' },
    parallels: { type: 'string', default: '4000' },
    misses: { type: 'string', default: '0' },
  },
});

const misses: Miss[] = [];
const start = performance.now();
const tallies = measureAnchoring(BUNDLED_TEXTS, Number(values.seed), Number(values.edits), (miss) =>
  misses.push(miss),
);
const seconds = (performance.now() - start) / 1000;

console.log(
  `seed ${values.seed}, ${values.edits} edits of ${BUNDLED_TEXTS.length} articles, ${seconds.toFixed(1)} s\n`,
);
console.log(anchoringTable(tallies));

const parallelMisses: ParallelMiss[] = [];
const parallels = measureParallels(
  BUNDLED_TEXTS,
  Number(values.seed),
  Number(values.parallels),
  (miss) => parallelMisses.push(miss),
);
console.log(`\nStatements on one pattern, ${values.parallels} passages\n`);
console.log(parallelsTable(parallels));
for (const { fate, parallel, passage, text, found } of parallelMisses
  .filter(({ isWrong }) => isWrong)
  .slice(0, Number(values.misses))) {
  console.log({ fate, layout: parallel.layout, kind: parallel.kind, found });
  console.log('  was', JSON.stringify(passage.quote));
  console.log('  now', JSON.stringify(text));
}

const shown = misses.sort((one, other) => Number(other.isWrong) - Number(one.isWrong));
for (const { kind, passage, found, truth, text, isWrong } of shown.slice(
  0,
  Number(values.misses),
)) {
  const { prefix, exact, suffix } = passage.quote;
  const around = (at: { start: number; end: number } | undefined) =>
    at &&
    `${text.slice(Math.max(0, at.start - 40), at.start)}[${text.slice(at.start, at.end)}]${text.slice(at.end, at.end + 40)}`;
  console.log({ kind, isWrong, state: found.state, score: found.score, survives: truth.survives });
  console.log('  was  ', JSON.stringify(`${prefix}[${exact}]${suffix}`));
  console.log('  truth', JSON.stringify(around(truth.hull)));
  if ('position' in found) console.log('  found', JSON.stringify(around(found.position)));
  else
    for (const each of found.candidates)
      console.log('  maybe', each.score.toFixed(2), JSON.stringify(around(each.position)));
}
