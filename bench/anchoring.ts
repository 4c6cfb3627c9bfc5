/**
 * How well passages are found again: edits the bundled articles at random and prints what came of passages.
 *
 *     npm run bench -- anchoring [--seed=1] [--edits=10000] [--misses=20]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Miss, measureAnchoring } from '../src/domain/annotation/anchoring/measure.testing.ts';
import { anchoringTable } from '../src/domain/annotation/anchoring/table.testing.ts';
import { articleText } from '../src/domain/article/article.ts';
import { parseArticle } from '../src/domain/article/parse-article.ts';

const { values } = parseArgs({
  // What follows `--` is for the measurements that start the app.
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    edits: { type: 'string', default: '10000' },
    misses: { type: 'string', default: '0' },
  },
});

const FOLDER = join(import.meta.dirname, '../resources/articles');
const texts = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => articleText(parseArticle(readFileSync(join(FOLDER, name), 'utf8'))));

const misses: Miss[] = [];
const start = performance.now();
const tallies = measureAnchoring(texts, Number(values.seed), Number(values.edits), (miss) =>
  misses.push(miss),
);
const seconds = (performance.now() - start) / 1000;

console.log(
  `seed ${values.seed}, ${values.edits} edits of ${texts.length} articles, ${seconds.toFixed(1)} s\n`,
);
console.log(anchoringTable(tallies));

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
