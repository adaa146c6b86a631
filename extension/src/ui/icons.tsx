/** Drawn here as elements, because the pages' policy allows no data: images. All are decoration: words say it too. */
import type { ComponentChildren } from "preact";

/** The mark of SuperLink: an S of two links, the same drawing as icons/icon.svg. */
export function Mark({ size }: { size: number }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 128 128" aria-hidden="true" focusable="false">
      <rect class="mark-ground" width="128" height="128" rx="30" />
      <path class="mark-first" d={upperLink} />
      <path class="mark-second" d={lowerLink} />
    </svg>
  );
}

const upperLink = "M90 43 A 22 22 0 0 0 68 27 H 58 A 21 21 0 0 0 58 69 H 62";
const lowerLink = "M38 85 A 22 22 0 0 0 60 101 H 70 A 21 21 0 0 0 70 59 H 66";

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export function CrossIcon() {
  return (
    <Icon>
      <path d="M4 4 L12 12 M12 4 L4 12" />
    </Icon>
  );
}

export function MinusIcon() {
  return (
    <Icon>
      <path d="M3 8 H13" />
    </Icon>
  );
}

export function PlusIcon() {
  return (
    <Icon>
      <path d="M8 3 V13 M3 8 H13" />
    </Icon>
  );
}

export function CheckIcon() {
  return (
    <Icon>
      <path d="M3 8.5 L6.5 12 L13 4.5" />
    </Icon>
  );
}

export function ShieldIcon() {
  return (
    <Icon>
      <path d="M8 1.8 L13.5 4 V8 C13.5 11.2 11 13.4 8 14.4 C5 13.4 2.5 11.2 2.5 8 V4 Z" />
    </Icon>
  );
}

export function EyeIcon() {
  return (
    <Icon>
      <path d="M1.5 8 C3 5 5.4 3.5 8 3.5 C10.6 3.5 13 5 14.5 8 C13 11 10.6 12.5 8 12.5 C5.4 12.5 3 11 1.5 8 Z" />
      <circle cx="8" cy="8" r="2" />
    </Icon>
  );
}

export function HomeIcon() {
  return (
    <Icon>
      <path d="M2 7.5 L8 2.5 L14 7.5 M3.8 6.5 V13.5 H12.2 V6.5" />
    </Icon>
  );
}

export function HandIcon() {
  return (
    <Icon>
      <circle cx="8" cy="8" r="6" />
      <path d="M3.8 12.2 L12.2 3.8" />
    </Icon>
  );
}
