let field: EventTarget | null = null
const waiting = new Set<() => void>()

// A field that is taken away in the middle of a character ends nothing: it is known by the focus it has lost.
const isComposing = () => field !== null && field === document.activeElement

function goOn(): void {
  field = null
  // The letters that were chosen reach the form with the event that ends them; what waits comes after.
  setTimeout(() => {
    if (isComposing()) return
    const all = [...waiting]
    waiting.clear()
    for (const go of all) go()
  })
}

if (typeof document !== 'undefined') {
  document.addEventListener('compositionstart', ({ target }) => (field = target), true)
  for (const event of ['compositionend', 'focusin'] as const) document.addEventListener(event, goOn, true)
}

/** Settles once no letters are being put together: text laid over a half-made character would lose or double it. */
export async function whenComposed(): Promise<void> {
  if (isComposing()) await new Promise<void>((go) => waiting.add(go))
}
