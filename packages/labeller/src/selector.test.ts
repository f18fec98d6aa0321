// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { count, selectorsFor } from './selector.js';

beforeEach(() => {
  const page = `
    <main><section id="results"><ul>
      <li class="card css-1x2y3z"><button data-testid="compare" class="btn">Compare</button></li>
      <li class="card css-9q8w7e"><button data-testid="compare" class="btn">Compare</button></li>
    </ul></section>
    <form id="radix-:r1:"><input name="email"><button type="submit">Go</button></form>
    <div><p>one</p><p>two</p></div></main>`;
  document.body.replaceChildren(document.createRange().createContextualFragment(page));
});

const element = (selector: string): Element => {
  const found = document.querySelector(selector);
  if (!found) throw new Error(selector);
  return found;
};
const selectors = (of: string) => selectorsFor(element(of)).map(({ selector }) => selector);

describe('selectors proposed for an element', () => {
  it('begin with a steady id', () => {
    expect(selectorsFor(element('section'))[0]).toEqual({ selector: '#results', matches: 1 });
  });

  it('say how many elements they find', () => {
    expect(selectorsFor(element('button'))).toContainEqual({
      selector: 'button[data-testid="compare"]',
      matches: 2,
    });
  });

  it('leave out what a build or a framework made', () => {
    const all = [...selectors('li'), ...selectors('form')].join('\n');
    expect(all).not.toMatch(/css-|radix/);
    expect(all).toContain('li.card');
  });

  it('find the element itself, each of them', () => {
    for (const of of [
      'button',
      'li:nth-of-type(2)',
      'input',
      'p:nth-of-type(2)',
      'section',
      'form',
    ])
      for (const selector of selectors(of))
        expect([...document.querySelectorAll(selector)], selector).toContain(element(of));
  });

  it('always offer one that finds only this element', () => {
    for (const of of ['button', 'li:nth-of-type(2)', 'input', 'p:nth-of-type(2)'])
      expect(selectorsFor(element(of))[0]?.matches, of).toBe(1);
  });

  it('never use the words that visitors read', () => {
    expect(selectors('button').join()).not.toContain('Compare');
  });
});

it('counts nothing for what is not a selector yet', () => {
  expect(count(document.body, 'button[')).toBe(0);
});
