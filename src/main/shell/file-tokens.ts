import { randomUUID } from 'node:crypto'

/** Fields of a call's input that name a file; the page can only fill them with a token it was given. */
export const FILE_FIELDS = ['file', 'out', 'errorsOut'] as const

/** Remembers which file a dialog chose, so that the page never sees or names a path. */
export function createFileTokens() {
  const paths = new Map<string, string>()
  return {
    add: (path: string): string => {
      const token = `file:${randomUUID()}`
      paths.set(token, path)
      return token
    },
    /** The same input with paths for tokens; undefined when a file field holds anything else. */
    swap: (input: unknown): unknown | undefined => {
      if (typeof input !== 'object' || input === null || Array.isArray(input)) return input
      const swapped: Record<string, unknown> = { ...input }
      for (const field of FILE_FIELDS) {
        const given = swapped[field]
        if (given === undefined || given === null) continue
        const path = typeof given === 'string' ? paths.get(given) : undefined
        if (!path) return undefined
        swapped[field] = path
      }
      return swapped
    },
  }
}
export type FileTokens = ReturnType<typeof createFileTokens>
