// @vitest-environment happy-dom
import * as fc from 'fast-check';
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

describe('on any page', () => {
  interface Node {
    tag: string;
    id?: string | undefined;
    name?: string | undefined;
    classes: string[];
    children: Node[];
  }
  const steady = fc.constantFrom('card', 'price-list', 'hero', 'compare', 'cta');
  const made = fc.constantFrom(
    'css-HASH',
    'Button_root__HASH',
    'sc-HASH',
    'is-open',
    'mt-4',
    'flex',
  );
  const node = (depth: number): fc.Arbitrary<Node> =>
    fc.record({
      tag: fc.constantFrom('div', 'section', 'ul', 'li', 'button', 'p', 'x-card'),
      id: fc.option(fc.constantFrom('results', 'twice', 'radix-HASH'), { nil: undefined, freq: 4 }),
      name: fc.option(fc.constantFrom('compare', 'advice'), { nil: undefined, freq: 4 }),
      classes: fc.array(fc.oneof(steady, made), { maxLength: 3 }),
      children: depth === 0 ? fc.constant([]) : fc.array(node(depth - 1), { maxLength: 3 }),
    });
  const page = node(3);
  let count = 0;
  const build = (
    { tag, id, name, classes, children }: Node,
    hash: string,
    text: string,
  ): Element => {
    const element = document.createElement(tag);
    element.dataset['state'] = hash;
    element.dataset['wayfeltTest'] = String(count++);
    if (id) element.id = id.replace('HASH', hash);
    if (name) element.dataset['testid'] = name;
    element.className = classes.join(' ').replaceAll('HASH', hash);
    element.append(text, ...children.map((child) => build(child, hash, text)));
    return element;
  };
  const show = (tree: Node, hash: string, text: string) => {
    count = 0;
    document.body.replaceChildren(build(tree, hash, text));
    return [...document.body.querySelectorAll('*')];
  };

  it('each finds its element, one finds nothing else, and a new build of the page changes nothing', () => {
    fc.assert(
      fc.property(page, fc.nat(), (tree, nth) => {
        const elements = show(tree, 'a1b2c3', 'Buy now');
        const index = nth % elements.length;
        const picked = elements[index] as Element;
        const proposals = selectorsFor(picked);
        for (const { selector, matches } of proposals) {
          const found = [...document.querySelectorAll(selector)];
          expect(found, selector).toContain(picked);
          expect(found).toHaveLength(matches);
        }
        const [first] = proposals;
        expect(first?.matches).toBe(1);
        const again = show(tree, 'z9y8x7', '지금 사기');
        expect(document.querySelector(first?.selector ?? '')).toBe(again[index]);
      }),
      { numRuns: 60 },
    );
  });
});

it('proposes nothing by what comes and goes', () => {
  document.body.innerHTML = `<main><div class="mt-4 flex is-open panel" data-state="open" data-index="2">x</div></main>`;
  expect(selectors('.panel').join('\n')).not.toMatch(/mt-4|flex|is-open|state|index/);
  expect(selectors('.panel')).toContain('div.panel');
});
