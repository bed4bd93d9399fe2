// What somebody wrote, as they typed it: Slack escapes three characters and wraps links. Mentions stay as Slack has them.
export function plainWords(text: string): string {
  return text
    .replace(/<(?:https?|mailto|tel):[^|>\s]+\|([^>]+)>/gi, '$1')
    .replace(/<(https?:[^|>\s]+)>/gi, '$1')
    .replace(/<(?:mailto|tel):([^|>\s]+)>/gi, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
