import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BETWEEN, measure } from '../../scripts/sizes.mjs';

/** zlib versions differ by a few bytes. */
const tolerance = (bytes: number) => Math.max(24, bytes / 200);

test.each(measure())('what is downloaded $what stays within $most bytes', ({ bytes, most }) => {
  expect(bytes).toBeLessThanOrEqual(most);
});

test('the README says the sizes that the build has', () => {
  const readme = readFileSync('README.md', 'utf8');
  const told = [
    ...(BETWEEN.exec(readme)?.[0] ?? '').matchAll(/^\| (?!downloaded)(.+?) \| ([\d,]+) \|/gm),
  ];
  const sizes = measure();
  expect(told.map(([, what]) => what)).toEqual(sizes.map(({ what }) => what));
  for (const [index, { bytes }] of sizes.entries()) {
    const said = Number(told[index]?.[2]?.replaceAll(',', ''));
    expect(Math.abs(said - bytes), `npm run sizes -- --write`).toBeLessThanOrEqual(
      tolerance(bytes),
    );
  }
});
