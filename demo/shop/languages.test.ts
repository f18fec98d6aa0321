// The shop's two languages are one shop: what differs between a page and its twin is words.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SHOP = fileURLToPath(new URL('./', import.meta.url));
const pagesOf = (folder: string) =>
  readdirSync(SHOP + folder).filter((file) => file.endsWith('.html'));

/** Attributes that hold words, and the language itself. */
const WORDS =
  /\s(?:lang|hreflang|alt|aria-label|placeholder|title|value|data-says|data-solved)="[^"]*"/g;

/** A page's tags without their words, its addresses as of the English page. */
const skeletonOf = (file: string): string[] => {
  const page = readFileSync(SHOP + file, 'utf8')
    .replace(/(<meta\s+name="description"\s+content=)"[^"]*"/, '$1""')
    .replace(/(<link\s+rel="alternate"[^>]*href=)"[^"]*"/, '$1""')
    .replace('href="/demo/ko/"', 'href="/demo/"')
    .replaceAll('"../', '"');
  return (page.match(/<[^!][^>]*>/g) ?? []).map((tag) =>
    tag
      .replace(WORDS, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?\/?>$/, '>'),
  );
};

it('has every page in both languages', () => {
  expect(pagesOf('ko')).toEqual(pagesOf(''));
});

describe.each(pagesOf(''))('%s', (file) => {
  it('is built alike in both languages', () => {
    expect(skeletonOf(`ko/${file}`)).toEqual(skeletonOf(file));
  });

  it('has the head that every page has, with its own words, stage and scripts', () => {
    const own = /<title>|<meta name="(description|wayfelt:stage|robots)"|type="module"|<base/;
    const common = (tags: string[]) =>
      tags
        .slice(0, tags.indexOf('</head>'))
        .map((tag) => tag.replaceAll(/ data-(stage|touchpoint)="[^"]*"/g, ''))
        .filter((tag) => !own.test(tag) && tag !== '</script>');
    expect(common(skeletonOf(file))).toEqual(common(skeletonOf('stories.html')));
  });

  it.each(['', 'ko/'])('is said to be in the language that it is in (%s)', (folder) => {
    const page = readFileSync(SHOP + folder + file, 'utf8');
    expect(page).toContain(`<html lang="${folder === '' ? 'en' : 'ko'}">`);
    expect(/[가-힣]/.test(page)).toBe(folder === 'ko/');
  });
});
