// What zod says of a file, as "field: why" lines.
export function issueLines(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): string[] {
  return issues.map(({ path, message }) => `${path.map(String).join('.') || 'the whole'}: ${message}`);
}
