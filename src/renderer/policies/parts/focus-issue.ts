/** Puts the cursor where something is wrong, once that is drawn. */
export function focusFirstIssue(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[role=dialog] [aria-invalid=true]')?.focus())
}
