/**
 * Notes that our pages leave one another in their own storage, which unlike the extension's is read without waiting. A
 * note is never the truth: it is what a page may begin with until the background has told. A browser that keeps
 * nothing for pages (it may be told to) only makes them wait.
 */
type Note = "superlink.language" | "superlink.agreed";

export function noted(name: Note): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Null takes the note away. */
export function note(name: Note, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // As above.
  }
}
