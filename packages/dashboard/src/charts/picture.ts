/** What a chart's picture says around the drawing: without it nobody knows later what was drawn. */
export interface PictureWords {
  title: string;
  /** What is measured and how. */
  note: string;
  /** Which site, period and filters, and when. */
  foot: string;
}

export interface Picture {
  svg: string;
  width: number;
  height: number;
}

/** What a style sheet gave the drawing and a file of its own would lose. */
const KEPT = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'paint-order',
  'opacity',
  'fill-opacity',
  'stroke-opacity',
  'font-family',
  'font-size',
  'font-weight',
  'visibility',
  'display',
] as const;

const NS = 'http://www.w3.org/2000/svg';
const EDGE = 28;
const HEAD = 64;
const FOOT = 40;

/** A chart as it stands on the screen, with its title, legends and where its figures come from. */
export const pictureOf = (drawing: Element, { title, note, foot }: PictureWords): Picture => {
  const box = drawing.getBoundingClientRect();
  const width = Math.ceil(box.width) + 2 * EDGE;
  const height = Math.ceil(box.height) + HEAD + FOOT + 2 * EDGE;
  const svg = made('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  const ground = getComputedStyle(document.body);
  svg.append(made('rect', { width, height, fill: ground.backgroundColor }));
  const say = (text: string, y: number, size: number, weight: number, opacity = 1): void => {
    const font = { 'font-family': ground.fontFamily, 'font-size': `${size}px` };
    const look = { ...font, 'font-weight': weight, fill: ground.color, 'fill-opacity': opacity };
    svg.append(written(text, { x: EDGE, y, ...look }));
  };
  say(title, EDGE + 18, 18, 600);
  say(note, EDGE + 40, 13, 400, 0.75);
  say(foot, height - EDGE, 12, 400, 0.75);
  const place = (x: number, y: number): { x: number; y: number } => ({
    x: x - box.left + EDGE,
    y: y - box.top + EDGE + HEAD,
  });
  for (const part of drawing.querySelectorAll('svg'))
    if (part.checkVisibility(SEEN)) svg.append(copied(part, place));
  for (const line of linesIn(drawing)) svg.append(lineOf(line, place));
  return { svg: new XMLSerializer().serializeToString(svg), width, height };
};

type Place = (x: number, y: number) => { x: number; y: number };

const made = (name: string, attributes: { [name: string]: string | number }): SVGElement => {
  const element = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
};

const written = (text: string, attributes: { [name: string]: string | number }): SVGElement => {
  const element = made('text', attributes);
  element.textContent = text;
  return element;
};

/** A drawing with its styles inside, where it stands. */
const copied = (svg: SVGSVGElement, place: Place): SVGElement => {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  for (const [index, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const original = originals[index];
    if (!original) continue;
    const style = getComputedStyle(original);
    for (const name of KEPT) element.setAttribute(name, style.getPropertyValue(name));
    for (const name of ['class', 'href', 'tabindex']) element.removeAttribute(name);
  }
  const { left, top, width, height } = svg.getBoundingClientRect();
  const { x, y } = place(left, top);
  if (!svg.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  for (const [name, value] of Object.entries({ x, y, width, height, overflow: 'visible' }))
    copy.setAttribute(name, String(value));
  return copy;
};

interface Line {
  text: string;
  left: number;
  bottom: number;
  height: number;
  of: Element;
}

const SEEN = { visibilityProperty: true };

/** The words around the drawings, line by line as they were broken on the screen. */
const linesIn = (drawing: Element): Line[] => {
  const lines: Line[] = [];
  const walker = document.createTreeWalker(drawing, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const of = node.parentElement;
    if (!of || of.closest('svg, select, .hidden') || !of.checkVisibility(SEEN)) continue;
    const range = document.createRange();
    let line: Line | undefined;
    for (const { index, 0: word } of (node.nodeValue ?? '').matchAll(/\S+\s*/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.trimEnd().length);
      const { left, bottom, height } = range.getBoundingClientRect();
      if (height === 0) continue;
      if (line && Math.abs(line.bottom - bottom) < 2) line.text += word;
      else lines.push((line = { text: word, left, bottom, height, of }));
    }
  }
  return lines;
};

/** Below its baseline a line has about a quarter of its height. */
const DESCENT = 0.26;

const lineOf = ({ text, left, bottom, height, of }: Line, place: Place): SVGElement => {
  const style = getComputedStyle(of);
  return written(text.trimEnd(), {
    ...place(left, bottom - height * DESCENT),
    fill: style.color,
    'font-family': style.fontFamily,
    'font-size': style.fontSize,
    'font-weight': style.fontWeight,
  });
};
