/** The longest text that a page may copy, in characters: a long legal text is far below it. */
const MAX_CHARS = 200_000
/** What was copied is about customers: any other program could read it for as long as it lies there. */
const FORGET_AFTER_MS = 60_000

/** The system's clipboard, as the runtime gives it: at once, or a promise of it. */
export type SystemClipboard = {
  readText(): string | Promise<string>
  writeText(text: string): void | Promise<void>
  clear(): void
}

/** What the desk put on the system's clipboard, until it is taken away again. */
export type DeskClipboard = {
  /** Copies a text; answers whether the system really has it. Throws TypeError on any other input. */
  copy(input: unknown): Promise<{ copied: boolean }>
  /** Takes away what the desk copied last, unless something else was copied since. */
  forget(): Promise<void>
}

/** The page may not touch the clipboard itself: this is its only way, and what it copied does not stay. */
export function openClipboard(system: SystemClipboard): DeskClipboard {
  let own: string | null = null
  let timer: NodeJS.Timeout | undefined
  const forget = async () => {
    clearTimeout(timer)
    const text = own
    own = null
    if (text !== null && (await isThere(system, text))) system.clear()
  }
  return {
    copy: async (input) => {
      const text = readText(input)
      clearTimeout(timer)
      own = text
      timer = setTimeout(() => void forget(), FORGET_AFTER_MS)
      await system.writeText(text)
      return { copied: await isThere(system, text) }
    },
    forget,
  }
}

// Windows keeps ends of lines in its own way; a system that refuses to read has nothing that is ours to clear.
async function isThere(system: SystemClipboard, text: string): Promise<boolean> {
  try {
    const present = await system.readText()
    return present.replaceAll('\r\n', '\n') === text.replaceAll('\r\n', '\n')
  } catch {
    return false
  }
}

function readText(input: unknown): string {
  const text = typeof input === 'object' && input !== null && 'text' in input ? input.text : undefined
  if (typeof text !== 'string' || text === '' || text.length > MAX_CHARS) throw new TypeError('no text to copy')
  return text
}
