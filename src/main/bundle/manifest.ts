import { z } from 'zod'
import { formatInstant, parseInstant } from '../../shared/time.ts'
import type { Added } from './zip-writer.ts'

export const FILE_KINDS = ['json', 'jsonl', 'csv', 'pdf', 'text'] as const
export type FileKind = (typeof FILE_KINDS)[number]

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const size = z.number().int().min(0)
const at = z.string().refine((text) => {
  const value = parseInstant(text)
  return value !== undefined && formatInstant(value) === text
}, 'instant')
const place = z.strictObject({ sequence: size, hash })

const manifestFile = z.strictObject({
  name: z.string(),
  kind: z.enum(FILE_KINDS),
  size,
  sha256: hash,
  rows: size.nullable(),
})

/** What is signed: everything an auditor needs to know about an export, and the hash of every data file. */
export const manifestSchema = z.strictObject({
  format: z.literal('vip-desk-export'),
  version: z.literal(1),
  storeId: z.string().min(1),
  keyId: z.string().regex(/^[0-9A-F]{16}$/),
  createdAt: at,
  requester: z.strictObject({ id: z.string(), name: z.string() }),
  purpose: z.string(),
  watermark: z.string(),
  /** Whose or which data: a member's card number, a case's number, or a period. */
  subject: z.strictObject({ kind: z.enum(['member', 'case', 'period']), id: z.string().nullable() }),
  range: z.strictObject({ from: at.nullable(), to: at.nullable() }),
  /** The walk through the audit chain, and how many of its entries are shown with their bodies. */
  audit: z.strictObject({ start: place, head: place, shown: size }),
  files: z.array(manifestFile),
})

export type Manifest = z.output<typeof manifestSchema>
export type ManifestFile = Manifest['files'][number]

/** The manifest's one text. */
export function printManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** Reads a manifest; undefined unless it is exactly what printManifest would write. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const manifest = manifestSchema.parse(JSON.parse(text))
    return printManifest(manifest) === text ? manifest : undefined
  } catch {
    return undefined
  }
}

/** The text that `sha256sum -c` checks. */
export function printSums(files: readonly Pick<Added, 'name' | 'sha256'>[]): string {
  return files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')
}
