// Finds links, addresses, phone and account numbers that are not the ones in the settings, and links in disguise.
import type { DraftFacts } from '../facts.ts';
import type { Finding } from './finding.ts';
import { scan } from './scan.ts';
import { finding, type Sheet, takeAll } from './sheet.ts';

const MARKDOWN_LINK = /\[[^\]\n]{1,200}\]\s?\([^)\n]{1,500}\)|<[a-z][a-z0-9+.-]*:[^>\n]{1,500}>/gi;
const MARKUP =
  /<\/?[a-z!][^>\n]{0,500}>|&(?:#x?[0-9a-f]{1,6}|[a-z]{2,8});|\*\*[^*\n]+\*\*|(?:^|\n)#{1,6} |`[^`\n]+`|\{\\rtf/gi;
const URL =
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s\uE000]+|\b(?:www\d?|hxxps?)\.[^\s\uE000]+|\b(?:javascript|data|mailto|tel|file):[^\s\uE000]+/gi;
const EMAIL =
  /[\p{L}\p{N}._%+-]+ ?(?:@|\(at\)|\[at\]) ?[\p{L}\p{N}-]+(?:(?:\.| ?\(dot\) ?| ?\[dot\] ?)[\p{L}\p{N}-]+)+/giu;
const DOMAIN =
  /(?<![\p{L}\p{N}@.])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,60}[\p{L}\p{N}])?\.)+(?:com|net|org|io|co|info|biz|app|dev|pay|link|click|shop|store|site|online|top|xyz|me|ly|gl|to|us|uk|de|fr|es|eu|ie|ca|au|nl|ch|at|it|ru|cn|in)(?:\/[^\s\uE000]*)?(?![\p{L}\p{N}])/giu;
const IBAN =
  /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){3,7}(?:[ -]?[A-Z0-9]{1,4})?(?![\p{L}\p{N}])/gu;
const ACCOUNT =
  /(?<![\p{L}])(?:iban|bic|swift(?: code)?|sort code|routing(?: number)?|account(?: number| no\.?| #)|aba|bsb|clabe|kontonummer|konto(?:-nr\.?)?|blz|cuenta(?: numero)?|numero de cuenta|compte(?: n[o°])?)[ :.#]{1,4}(?=[A-Z0-9-]*\d)[A-Z0-9][A-Z0-9 -]{3,40}\d/giu;
const OTHER_ROUTE = new RegExp(
  `(?<![\\p{L}])(?:${[
    'bitcoins?|btc|crypto\\p{L}*|ethereum|usdt|stablecoins?|wallet|paypal|venmo|zelle|cash ?app|western union|moneygram|revolut|skrill|klarna|bizum|twint|lydia|apple pay|google pay|itunes|gift ?cards?|prepaid cards?|money orders?|post office box',
    '(?:in|by|with|pay|paid|bring|send|leave|hand|take|accept|prefer|drop off) (?:\\p{L}+ ){0,2}cash(?! ?flow)|cash (?:can be (?:left|handed|brought|given|paid)|will do|payments?|only|in (?:an?|the) envelope|on delivery|works|please)|envelope (?:of|with) (?:the |your |some )?(?:cash|money|bills|bank ?notes|notes|payment)|in an envelope',
    'bargeld|in bar|bar (?:zahlen|bezahlen|ubergeben)|en efectivo|en especes|en liquide|carte? cadeau|tarjetas? regalo',
    '(?:checks?|cheques?) (?:made )?(?:out|payable) to(?! \uE000)|payable to(?! \uE000)|(?:new|changed|different|other|updated|private|personal) (?:bank )?(?:account|bank details)(?! manager| executive)|(?:neue|geanderte)[sn]? (?:konto|bankverbindung)|nouveau compte|nouvelles coordonnees bancaires|nueva cuenta',
    'whatsapp|telegram|wechat|passwords?|passwort|mot de passe|contrasena|pin code|cvv|cvc|security code|card (?:number|details)|kartennummer|numero de (?:carte|tarjeta)|log ?in (?:details|data)|qr[ -]code|scan the code',
  ].join('|')})(?![\\p{L}])`,
  'giu',
);
const PHONE =
  /(?<![\p{L}\p{N}.,/-])(?:\+\d[\d ()./-]{6,20}\d|\(\d{2,5}\) ?\d[\d -]{4,14}\d|\d{3}[ .-]\d{3}[ .-]\d{4}|0\d{2,5}[ /-]\d[\d -]{4,12}\d)(?![\d])/gu;

export function checkLinks(sheet: Sheet, facts: DraftFacts): Finding[] {
  const findings: Finding[] = [];
  const check = (
    pattern: RegExp,
    code: string,
    why: string,
    mend: string,
    allowed: (text: string) => boolean = () => false,
  ) =>
    takeAll(sheet, pattern, (match) => {
      const start = match.index ?? 0;
      if (!allowed(match[0]))
        findings.push(finding(code, 'block', sheet, [start, start + match[0].length], why, mend));
      return true;
    });
  const links = new Set(facts.invoices.flatMap(({ payLink }) => (payLink ? [plain(payLink)] : [])));
  const isOurs = (text: string) => links.has(text.replace(/[.,;:!?)\]]+$/, ''));

  check(
    MARKDOWN_LINK,
    'masked-link',
    'This hides a link behind other words.',
    'Write the payment link as it is.',
  );
  check(MARKUP, 'markup', 'A letter is plain text; this is HTML or markdown.', 'Write plain words.');
  check(
    URL,
    'unknown-link',
    'This link is not the payment link from the settings.',
    'Use the payment link, or set it on the Home tab.',
    isOurs,
  );
  check(
    EMAIL,
    'unknown-address',
    'This e-mail address is not the sender’s.',
    'Ask the customer to reply to this e-mail.',
    (text) => text.toLowerCase() === plain(facts.senderEmail).toLowerCase(),
  );
  check(
    DOMAIN,
    'unknown-link',
    'This web address is not the payment link from the settings.',
    'Use the payment link, or set it on the Home tab.',
  );
  check(
    IBAN,
    'bank-details',
    'These are not the bank details from the settings.',
    'Use the bank details from the settings.',
  );
  check(
    ACCOUNT,
    'bank-details',
    'These are not the bank details from the settings.',
    'Use the bank details from the settings.',
  );
  check(
    OTHER_ROUTE,
    'other-way-to-pay',
    'This is a way to pay that the settings do not have.',
    'Use the payment link or the bank details.',
  );
  check(
    PHONE,
    'unknown-phone',
    'This is not our phone number from the settings.',
    'Use the number from the settings, or ask for a reply.',
  );
  return findings;
}

function plain(text: string): string {
  return scan('body', text).text.trim();
}
