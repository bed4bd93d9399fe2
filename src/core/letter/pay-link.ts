// The link under which one invoice is paid, from the owner's own template.

/** Only https, so that no ledger and no setting can put another kind of link into a letter. */
export function payLink(template: string | null, number: string, customer: string): string | null {
  if (template === null || !/^https:\/\/[^\s/?#]+/i.test(template) || /[\s<>"]/.test(template)) return null;
  return template
    .replaceAll('{number}', () => urlPart(number))
    .replaceAll('{customer}', () => urlPart(customer));
}

/** Half a character, which no URL can hold. */
const LONE_SURROGATE = /[\uD800-\uDFFF]/gu;

/** Also encodes what mail programs leave out of a link at the end of a sentence. */
function urlPart(text: string): string {
  return encodeURIComponent(text.replace(LONE_SURROGATE, '')).replace(
    /[!'()*~]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
