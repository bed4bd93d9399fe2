/** Closes a switch over a union: a kind added later is a type error here, and a bug that throws at run time. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}
