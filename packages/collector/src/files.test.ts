import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFiles } from './files.js';
import { demoFolder, galleryFolder } from './site-files.js';

let folder: string;
let files: ReturnType<typeof createFiles>;
const SCRIPT = `console.log(${JSON.stringify('felt '.repeat(1_000))})`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wayfelt-files-'));
  mkdirSync(join(folder, 'public/ko'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'public/.env'), 'secret');
  writeFileSync(join(folder, 'public/a.js'), SCRIPT);
  writeFileSync(join(folder, 'public/index.html'), '<script src="{{collector}}/wayfelt.js">');
  writeFileSync(join(folder, 'public/ko/index.html'), '안녕');
  files = createFiles([
    {
      at: '/demo/',
      folder: join(folder, 'public'),
      headers: { 'X-Own': '1' },
      fill: () => ({ collector: 'https://collector.test' }),
    },
  ]);
});
afterEach(() => rmSync(folder, { recursive: true }));

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await files(new Request(`http://files.test${path}`, { headers }));
  if (!response) throw new Error(`nothing at ${path}`);
  return response;
};

it('serves a file compressed as the browser takes it, and not again while it is the same', async () => {
  const plain = await get('/demo/a.js');
  expect(await plain.text()).toBe(SCRIPT);
  expect(plain.headers.get('X-Own')).toBe('1');
  const small = await get('/demo/a.js', { 'Accept-Encoding': 'gzip, br' });
  expect(small.headers.get('Content-Encoding')).toBe('br');
  expect(small.headers.get('Vary')).toBe('Accept-Encoding');
  expect(String(brotliDecompressSync(Buffer.from(await small.arrayBuffer())))).toBe(SCRIPT);
  const etag = plain.headers.get('ETag') ?? '';
  expect((await get('/demo/a.js', { 'If-None-Match': `W/${etag}` })).status).toBe(304);
  writeFileSync(join(folder, 'public/a.js'), 'new');
  utimesSync(join(folder, 'public/a.js'), 1, 2);
  expect(await (await get('/demo/a.js', { 'If-None-Match': etag })).text()).toBe('new');
});

it('answers people with the nearest page for what is not there, and programs with nothing', async () => {
  writeFileSync(join(folder, 'public/404.html'), 'not here {{collector}}');
  writeFileSync(join(folder, 'public/ko/404.html'), '여기 없어요');
  const person = { Accept: 'text/html,application/xhtml+xml' };
  for (const [path, text] of [
    ['/demo/none', 'not here https://collector.test'],
    ['/demo/a/b/', 'not here https://collector.test'],
    ['/demo/ko/none', '여기 없어요'],
    ['/demo/ko/a/b', '여기 없어요'],
  ] as const) {
    const answer = await get(path, person);
    expect([answer.status, await answer.text()]).toEqual([404, text]);
    expect(answer.headers.get('Content-Type')).toContain('text/html');
    expect(await files(new Request(`http://files.test${path}`))).toBeUndefined();
  }
  expect(await files(new Request('http://files.test/none', { headers: person }))).toBeUndefined();
});

it('serves the page of a folder, and tells it where the collector is', async () => {
  expect(await (await get('/demo/')).text()).toContain('"https://collector.test/wayfelt.js"');
  expect((await get('/demo')).headers.get('Location')).toBe('/demo/');
  expect((await get('/demo/ko')).headers.get('Location')).toBe('/demo/ko/');
  expect(await (await get('/demo/ko/')).text()).toBe('안녕');
});

it('writes into a page what each request asks for', async () => {
  writeFileSync(join(folder, 'public/index.html'), '<html lang="{{language}}">');
  files = createFiles([
    {
      at: '/',
      folder: join(folder, 'public'),
      headers: {},
      fill: (request) => ({ language: request.headers.get('Cookie') ?? '' }),
    },
  ]);
  const korean = await get('/', { Cookie: 'ko' });
  expect(await korean.text()).toBe('<html lang="ko">');
  const etag = korean.headers.get('ETag') ?? '';
  expect((await get('/', { Cookie: 'ko', 'If-None-Match': etag })).status).toBe(304);
  expect(await (await get('/', { 'If-None-Match': etag })).text()).toBe('<html lang="">');
});

it.each([
  '/demo/../secret.txt',
  '/demo/%2e%2e/secret.txt',
  '/demo/..%2fsecret.txt',
  '/demo/..%5csecret.txt',
  '/demo/.env',
  '/demo/%00',
  '/demo/%zz',
  '/demo/nothing.js',
  '/secret.txt',
])('has nothing at %s', async (path) => {
  expect(await files(new Request(`http://files.test${path}`))).toBeUndefined();
});

it('serves the gallery that lies beside the demo below it, and what the demo has for the rest', async () => {
  mkdirSync(join(folder, 'gallery'));
  writeFileSync(join(folder, 'gallery/index.html'), 'every state');
  const demo = join(folder, 'public');
  files = createFiles([galleryFolder(demo), demoFolder(demo)]);
  expect(await (await get('/demo/gallery/')).text()).toBe('every state');
  expect((await get('/demo/gallery')).headers.get('Location')).toBe('/demo/gallery/');
  expect(await (await get('/demo/ko/')).text()).toBe('안녕');
});
