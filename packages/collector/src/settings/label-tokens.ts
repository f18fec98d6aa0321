import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a label token says: who may edit the settings of which site until when, and nothing else. */
export interface LabelGrant {
  site: string;
  /** The person for whom it was made, as versions will name them. */
  author: string;
  /** Epoch milliseconds. */
  expires: number;
}

/** Long enough to label a site in one sitting, short enough that a forgotten tab is harmless. */
export const LABEL_TOKEN_MS = 2 * 3_600_000;

/** Label tokens begin with this, so that nobody takes one for a reader's token. */
const PREFIX = 'label.';

const signature = (payload: string, secret: string): string =>
  createHmac('sha256', secret).update(`wayfelt label token\n${payload}`).digest('base64url');

/** A token that can be read by its holder and made only with the secret. */
export const makeLabelToken = (grant: LabelGrant, secret: string): string => {
  const payload = Buffer.from(JSON.stringify(grant)).toString('base64url');
  return `${PREFIX}${payload}.${signature(payload, secret)}`;
};

/** What the token grants now; undefined where it is forged, expired or none at all. */
export const readLabelToken = (
  token: string,
  secret: string,
  now: number,
): LabelGrant | undefined => {
  if (!token.startsWith(PREFIX)) return undefined;
  const [payload = '', given = ''] = token.slice(PREFIX.length).split('.');
  const [wanted, offered] = [Buffer.from(signature(payload, secret)), Buffer.from(given)];
  if (wanted.length !== offered.length || !timingSafeEqual(wanted, offered)) return undefined;
  // Only this program signs, so a payload that is signed has this shape.
  const grant = JSON.parse(Buffer.from(payload, 'base64url').toString()) as LabelGrant;
  return now < grant.expires ? grant : undefined;
};
