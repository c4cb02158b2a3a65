/** Makes the compiler prove that a switch is exhaustive; throws only when a type was lied to. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
