/** The popup's own drawings, in the manner of ui/icons. All are decoration: words say it too. */
export { PlusIcon } from "../ui/icons";

export function MinusIcon() {
  return (
    <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d="M3 8 H13" />
    </svg>
  );
}
