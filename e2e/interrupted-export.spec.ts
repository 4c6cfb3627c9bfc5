import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestInfo } from '@playwright/test';
import { expect, type Running, test } from './fixtures/app.ts';
import { ARTICLES } from './fixtures/articles.ts';
import { answerSaveDialog } from './fixtures/save-dialog.ts';
import { stallExports } from './fixtures/stalled-export.ts';

const OLD = 'what was there before\n';

/** A folder that holds an older brief, and an export over it that does not go on. */
async function inTheMidst(running: Running, testInfo: TestInfo) {
  const { app, desk } = running;
  const folder = testInfo.outputPath('outbox');
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'Bản tin.md');
  await writeFile(path, OLD);
  await desk.open(ARTICLES.upgrade.title);
  await desk.annotate('các khoản vay ODA thế hệ mới', 'ODA');
  await expect(desk.status.first()).toHaveText('Saved');
  await answerSaveDialog(app, path);
  await stallExports(app);
  await desk.tool('Brief').click();
  await desk.brief.getByRole('button', { name: 'Save Markdown…' }).click();
  await expect(desk.brief.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '60 %');
  expect(await readdir(folder)).toHaveLength(2);
  const expectUntouched = async () => {
    await expect.poll(() => readdir(folder)).toEqual(['Bản tin.md']);
    expect(await readFile(path, 'utf8')).toBe(OLD);
  };
  return { folder, expectUntouched };
}

test('Cancel in the midst of an export leaves the older file, and the window says so', async ({
  running,
}, testInfo) => {
  const { desk } = running;
  const { expectUntouched } = await inTheMidst(running, testInfo);
  await desk.brief.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(desk.brief.getByRole('progressbar')).toBeHidden();
  await expect(desk.brief).toContainText('Export cancelled: nothing was written.');
  await expectUntouched();
});

test('reloading the window calls an export off', async ({ running }, testInfo) => {
  const { expectUntouched } = await inTheMidst(running, testInfo);
  await running.page.reload();
  await running.desk.ready();
  await expectUntouched();
});

test('quitting calls an export off', async ({ running }, testInfo) => {
  const { expectUntouched } = await inTheMidst(running, testInfo);
  const closed = running.app.waitForEvent('close');
  await running.app.evaluate(({ app }) => app.quit());
  await closed;
  await expectUntouched();
});

test('what an app that was killed was writing is removed by the next start', async ({
  start,
}, testInfo) => {
  const first = await start();
  await first.desk.ready();
  const { folder, expectUntouched } = await inTheMidst(first, testInfo);
  const ended = once(first.app.process(), 'exit');
  first.app.process().kill('SIGKILL');
  await ended;
  expect(await readdir(folder)).toHaveLength(2);

  const second = await start();
  await second.desk.ready();
  await expectUntouched();
});
