import { matchesPage, type SiteSettings, type TouchpointSettings } from '@wayfelt/protocol';

/** A touchpoint that is on this page, and where. */
export interface Here {
  id: string;
  /** Absent: a name that only the page knows. */
  touchpoint?: TouchpointSettings;
  /** Empty: the whole page. */
  elements: Element[];
}

const ATTRIBUTE = 'data-wayfelt-touchpoint';

/** The touchpoints of the page that is open: by selector, by page, and those that the page itself marks. */
export const touchpointsHere = ({ touchpoints }: SiteSettings): Here[] => {
  const { pathname, search } = location;
  const isHere = (match: string | undefined) => !match || matchesPage(match, pathname, search);
  const marked = new Map<string, Element[]>();
  for (const element of document.querySelectorAll(`[${ATTRIBUTE}]`)) {
    const id = element.getAttribute(ATTRIBUTE) ?? '';
    marked.set(id, [...(marked.get(id) ?? []), element]);
  }
  const known = touchpoints.flatMap((touchpoint): Here[] => {
    const elements = marked.get(touchpoint.id) ?? [];
    let whole = false;
    for (const place of touchpoint.places ?? []) {
      if (place.by === 'page' && isHere(place.match)) whole = true;
      if (place.by === 'selector' && isHere(place.match)) elements.push(...find(place.selector));
    }
    marked.delete(touchpoint.id);
    if (!whole && elements.length === 0) return [];
    return [{ id: touchpoint.id, touchpoint, elements }];
  });
  return [...known, ...[...marked].map(([id, elements]) => ({ id, elements }))];
};

const find = (selector: string): Element[] => {
  try {
    return [...document.querySelectorAll(selector)];
  } catch {
    // A selector that somebody typed wrongly finds nothing; the form says so.
    return [];
  }
};
