/** A way to find an element again. */
export interface SelectorProposal {
  selector: string;
  /** How many elements of the page it finds now. */
  matches: number;
}

/** Attributes that name an element for machines, the steadiest first. Words that visitors read are not among them. */
const NAMES = [
  'data-testid',
  'data-test',
  'data-qa',
  'data-cy',
  'name',
  'itemprop',
  'data-component',
  'rel',
];
/** Attributes that say how the element is at the moment, or what a framework needs. */
const PASSING =
  /^data-(state|active|open|selected|checked|expanded|loading|visible|index|key|count|theme|side|v-|react|ng|rbd|radix|headlessui)/;
/** Values that a build or a framework makes anew: hashes, counters. */
const MADE =
  /\d{3,}|[:\s]|^(css|sc|jss|emotion|svelte|radix|headlessui|react|ember|ng)-|^[a-z]{1,3}[A-Z0-9]\w{3,}$|__\w{5,8}$|^_/;
/** Classes that come and go, and those that say how it looks and not what it is. */
const STATE =
  /^(is|has|js|ng)-|(^|-)(active|open|opened|selected|current|hover|focus|disabled|hidden|loading|loaded|visible|show|shown)$/;
const UTILITY =
  /^-?([mp][trblxyse]?|[wh]|min-[wh]|max-[wh]|text|bg|font|border|rounded|items|justify|content|self|gap|space|grid|col|row|flex|order|z|top|left|right|bottom|inset|opacity|shadow|leading|tracking|overflow|cursor|transition|duration)-|^(flex|grid|block|inline|inline-block|inline-flex|relative|absolute|fixed|sticky|container|row|col|clearfix|truncate|uppercase|underline)$/;
const PROPOSALS = 5;

/**
 * Selectors by which this element may be found on the next visit too: its id, a `data-` name, its role and its
 * steady classes, and at last its place below the nearest named element. Never by text, which translations change.
 * Those that find only this element come first.
 */
export const selectorsFor = (element: Element): SelectorProposal[] => {
  const own = ownSelectors(element);
  const anchored = own.flatMap((selector) => within(element, selector));
  const all = [...new Set([...own, ...anchored, structural(element)])]
    .filter((selector) => finds(element, selector))
    .map((selector) => ({ selector, matches: count(element, selector) }));
  // Sorting is stable: among those that find as many, the steadier stays first.
  return all.sort((a, b) => a.matches - b.matches).slice(0, PROPOSALS);
};

/** A selector that is wrong, or means another element (there is no place for the page itself), is none. */
const finds = (element: Element, selector: string): boolean => {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
};

/** How many elements a selector finds; 0 also where it is none. */
export const count = (
  { ownerDocument }: { ownerDocument: Document | null },
  selector: string,
): number => {
  try {
    return ownerDocument?.querySelectorAll(selector).length ?? 0;
  } catch {
    // Not a selector (yet): someone is typing it.
    return 0;
  }
};

const ownSelectors = (element: Element): string[] => {
  const tag = CSS.escape(element.localName);
  const found: string[] = [];
  if (element.id && !MADE.test(element.id)) found.push(`#${CSS.escape(element.id)}`);
  const named = [...element.attributes]
    .filter(
      ({ name, value }) => isName(name) && value !== '' && value.length < 60 && !MADE.test(value),
    )
    .sort((a, b) => rank(a.name) - rank(b.name));
  for (const { name, value } of named) found.push(`${tag}[${name}="${CSS.escape(value)}"]`);
  const role = element.getAttribute('role');
  if (role) found.push(`${tag}[role="${CSS.escape(role)}"]`);
  const classes = [...element.classList].filter(isSteady).slice(0, 2);
  if (classes.length > 0) found.push(tag + classes.map((name) => `.${CSS.escape(name)}`).join(''));
  if (element.localName.includes('-')) found.push(tag);
  return found;
};

const isSteady = (name: string): boolean =>
  !MADE.test(name) && !STATE.test(name) && !UTILITY.test(name);
const isName = (name: string): boolean =>
  NAMES.includes(name) ||
  (name.startsWith('data-') && !name.startsWith('data-wayfelt') && !PASSING.test(name));
const rank = (name: string): number => {
  const index = NAMES.indexOf(name);
  return index < 0 ? NAMES.length : index;
};

/** The same inside the nearest ancestor that has a steady name of its own. */
const within = (element: Element, selector: string): string[] => {
  const anchor = anchorOf(element);
  return anchor ? [`${anchor.selector} ${selector}`] : [];
};

const anchorOf = (element: Element): { element: Element; selector: string } | undefined => {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    const [selector] = ownSelectors(parent);
    if (selector && count(parent, selector) === 1) return { element: parent, selector };
    if (
      ['main', 'header', 'footer', 'nav'].includes(parent.localName) &&
      count(parent, parent.localName) === 1
    )
      return { element: parent, selector: parent.localName };
  }
  return undefined;
};

/** By its place: `main > section:nth-of-type(2) > button`. Breaks when the page is rebuilt, so it comes last. */
const structural = (element: Element): string => {
  const anchor = anchorOf(element);
  const steps: string[] = [];
  let at: Element | null = element;
  while (at && at !== anchor?.element && at.localName !== 'body' && at.localName !== 'html') {
    const { localName } = at;
    const alike: Element[] = [...(at.parentElement?.children ?? [])].filter(
      (other) => other.localName === localName,
    );
    const tag = CSS.escape(localName);
    steps.unshift(alike.length > 1 ? `${tag}:nth-of-type(${alike.indexOf(at) + 1})` : tag);
    at = at.parentElement;
  }
  return [anchor?.selector ?? 'body', ...steps].join(' > ');
};
