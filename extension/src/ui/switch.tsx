/** What is on or off, and takes effect at once. */
import type { ComponentChildren } from "preact";

export interface SwitchProps {
  on: boolean;
  onChange(on: boolean): void;
  /** The id of what tells more about it. */
  describedBy?: string | undefined;
  /** Its name for tests. */
  action?: string;
  children: ComponentChildren;
}

export function Switch({ on, onChange, describedBy, action, children }: SwitchProps) {
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        data-action={action}
        checked={on}
        aria-checked={on}
        aria-describedby={describedBy}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
