import { expect, test } from './fixtures/app.ts';

test('the app opens with its library, an article and an honest status', async ({ running }) => {
  const { desk } = running;
  await expect(desk.library.getByRole('button')).toHaveCount(5);
  await expect(desk.status).toHaveText('Saved');
  await expect(desk.annotations).toContainText('No annotations yet');
});
