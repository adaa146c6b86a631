/** The pieces of the form that its sections share. */
import type { ComponentChildren } from "preact";
import { t } from "../ui/i18n";
import type { Draft, Problem } from "./draft";

/** What every section gets: the draft, a way to change it, and what is amiss with it. */
export interface SectionProps {
  draft: Draft;
  problems: readonly Problem[];
  change(part: Partial<Draft>): void;
}

export function Section(props: { id: string; title: string; hint?: string; children: ComponentChildren }) {
  const { id, title, hint, children } = props;
  return (
    <section class="card section" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {hint !== undefined && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      {children}
    </section>
  );
}

export function problemOf(problems: readonly Problem[], field: string): string | null {
  const found = problems.find((problem) => problem.field === field);
  return found ? t(found.message, found.substitutions) : null;
}

export function FieldError({ field, text }: { field: string; text: string | null }) {
  return (
    <p id={`${field}-error`} class="notes">
      {text !== null && <span class="error">{text}</span>}
    </p>
  );
}
