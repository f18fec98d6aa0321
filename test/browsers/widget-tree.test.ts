import type { SerializedAXNode } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LEVELS, levelOf } from '@wayfelt/protocol';
import { words as en } from '@wayfelt/protocol/words/en';
import { words as ko } from '@wayfelt/protocol/words/ko';
import { openBrowser, type Browser, type Page } from '../support/browsers.js';
import { closeAll, openSite, openState, type Site } from './widget-site.js';

const WORDS = { en, ko };
const LANGS = ['en', 'ko'] as const;

const nodesOf = (node: SerializedAXNode | null): SerializedAXNode[] =>
  node ? [node, ...(node.children ?? []).flatMap(nodesOf)] : [];

describe('the accessibility tree', () => {
  let site: Site;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    site = await openSite();
    browser = await openBrowser('chromium');
    page = await browser.newPage();
    await page.resize(480, 700);
  });
  afterAll(() => closeAll(browser, site));

  test.each(LANGS)('names and describes each face, worst first, in %s', async (lang) => {
    await openState(page, site, { lang, state: 'chosen', level: '6' });
    const tree = await page.puppet?.accessibility.snapshot({ interestingOnly: false });
    const nodes = nodesOf(tree ?? null);
    const radios = nodes.filter(({ role }) => role === 'radio');
    expect(radios.map(({ name, description, checked }) => [name, description, checked])).toEqual(
      LEVELS.map((id) => [WORDS[lang][id].name, WORDS[lang][id].sentence, levelOf(id) === 6]),
    );
    expect(nodes.some(({ role }) => role === 'image' || role === 'img')).toBe(false);
  });

  test('says that there is a question, and then the thanks, without taking the focus', async () => {
    const status = `document.querySelector('wayfelt-question').shadowRoot.querySelector('[role=status]').textContent`;
    await openState(page, site, {});
    expect(await page.waitFor(status)).toBe('How did this step feel?');
    await openState(page, site, { state: 'memory' });
    expect(await page.waitFor(status)).toContain('keep this page open');
  });
});

describe('the accessibility tree of Firefox', () => {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    site = await openSite();
    browser = await openBrowser('firefox');
  });
  afterAll(() => closeAll(browser, site));

  test('has each face as a radio by its name, with its sentence and whether it is checked', async () => {
    const page = await browser.newPage();
    await openState(page, site, { state: 'chosen', level: '2' });
    const scale = await page.puppet?.$('wayfelt-question >>> .scale');
    for (const id of LEVELS) {
      // The name and the role are computed by the browser; WebDriver BiDi has no more of its tree.
      const found = await scale?.$(`aria/${en[id].name}[role="radio"]`);
      expect(
        await found?.evaluate((radio) => {
          const root = radio.getRootNode() as ShadowRoot;
          const about = root.getElementById(radio.getAttribute('aria-describedby') ?? '');
          return [(radio as HTMLInputElement).checked, about?.textContent];
        }),
        id,
      ).toEqual([levelOf(id) === 2, en[id].sentence]);
    }
  });
});
