// What a person is told when something went wrong: kind, plain, and with a reference that the log knows.

/** `outside`: what the world outside said, already in words for people; null for a fault of our own. */
export function failureWords(reference: string, outside: string | null): string {
  const what = outside
    ? `That did not work: ${outside.trim().replace(/[.!]?$/, '.')}`
    : 'That did not work, and it is our fault, not yours.';
  return `${what} Look where things stand now, then try once more. If it happens again, tell whoever runs Tightrope this reference: ${reference}.`;
}

/** A click on a card of an older version, or one whose content is gone. */
export const STALE_CLICK =
  'That button is from an older message. Use /overdue to see how things are now, and try again from there.';

/** For guests, and for people of another company in a shared channel. */
export const FOR_MEMBERS =
  'What customers owe and say is between the members of this workspace, and Slack tells me that you are a guest here. Please ask the person who invited you.';
