/** The shapes that the checks of replies are made of. */
export type Unknown = Record<string, unknown>;
export type Check<T> = (value: unknown) => value is T;

export function isObject(value: unknown): value is Unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is string {
  return typeof value === "string";
}

export function isTextOrNull(value: unknown): boolean {
  return value === null || isText(value);
}

export function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

export function isWholeOrNull(value: unknown): boolean {
  return value === null || isWhole(value);
}

export function isOneOf(words: readonly string[], value: unknown): boolean {
  return isText(value) && words.includes(value);
}

export function isListOf<T>(check: Check<T>, value: unknown, most = 10_000): value is T[] {
  return Array.isArray(value) && value.length <= most && value.every(check);
}
