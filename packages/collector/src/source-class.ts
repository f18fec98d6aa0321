import { SOURCE_CLASSES, type SourceClass } from '@wayfelt/protocol';

/** Hosts by their last labels, and names that campaigns go by; the first kind that matches wins. */
const KNOWN: readonly (readonly [SourceClass, RegExp])[] = [
  [
    'mail',
    /^(?:e?mail|webmail|outlook)\.|(?:^|\.)(?:mail|gmail|hanmail)\.|\boutlook\.(?:live|office)/,
  ],
  [
    'advertisement',
    /(?:^|\.)(?:doubleclick|googleadservices|googlesyndication|criteo|taboola|outbrain|adfit)\.|^ads?\.|^adcr\.naver\./,
  ],
  [
    'social',
    /(?:^|\.)(?:facebook|fb|instagram|twitter|youtube|linkedin|reddit|pinterest|tiktok|threads|snapchat|whatsapp|telegram|kakao|tistory)\.(?:com|net|org)$|(?:^|\.)(?:t\.co|x\.com|youtu\.be|lnkd\.in|band\.us|bsky\.app|line\.me|brunch\.co\.kr)$|^(?:m\.)?(?:cafe|blog|post)\.(?:naver|daum)\./,
  ],
  [
    'search',
    /(?:^|\.)(?:google|bing|yahoo|duckduckgo|baidu|yandex|ecosia|naver|daum|zum|nate|startpage|qwant|kagi)\.(?:[a-z]{2,3}|co\.[a-z]{2}|com\.[a-z]{2})$|^search\./,
  ],
];

/** Words that a campaign's own name says of itself (`spring-newsletter`, `naver_cpc`). */
const NAMED: readonly (readonly [SourceClass, RegExp])[] = [
  ['mail', /\b(?:e-?mails?|newsletters?|edm|crm|mailchimp|stibee)\b/],
  [
    'advertisement',
    /\b(?:ads?|cpc|ppc|cpm|sem|paid|display|banner|retargeting|remarketing|affiliate)\b/,
  ],
  [
    'social',
    /\b(?:social|sns|facebook|fb|instagram|ig|kakao|kakaotalk|twitter|youtube|tiktok|linkedin|threads|band)\b/,
  ],
  ['search', /\b(?:search|seo|organic|google|naver|daum|bing)\b/],
  ['referral', /\b(?:referral|partner|blog)\b/],
];

const HOST = /^[^\s/]+\.[a-z]{2,}(?::\d+)?$|^[\d.]+$|:\d+$/;

/**
 * What kind of source a name is, the campaign's own or the host that linked here. A host that is not known refers; a
 * campaign that says nothing of itself is an advertisement. `''` stays "not known".
 */
export function sourceClassOf(source: string): SourceClass | '' {
  const name = source.trim().toLowerCase();
  if (name === '') return '';
  const itself = SOURCE_CLASSES.find((known) => known === name);
  if (itself) return itself;
  const isHost = HOST.test(name);
  const words = name.replace(/[_+.]+/g, ' ');
  const found = isHost
    ? KNOWN.find(([, pattern]) => pattern.test(name.replace(/:\d+$/, '')))
    : NAMED.find(([, pattern]) => pattern.test(words));
  return found?.[0] ?? (isHost ? 'referral' : 'advertisement');
}
