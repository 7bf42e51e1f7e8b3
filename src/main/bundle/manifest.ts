import { z } from 'zod'
import { formatInstant, parseInstant } from '../../shared/time.ts'
import type { Added } from './zip-writer.ts'

export const FILE_KINDS = ['json', 'jsonl', 'csv', 'xlsx', 'pdf', 'text'] as const
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

const head = {
  format: z.literal('vip-desk-export'),
}
const facts = {
  storeId: z.string().min(1),
  keyId: z.string().regex(/^[0-9A-F]{16}$/),
  createdAt: at,
  requester: z.strictObject({ id: z.string(), name: z.string() }),
  purpose: z.string(),
  watermark: z.string(),
}
const range = z.strictObject({ from: at.nullable(), to: at.nullable() })
const proof = {
  /** The walk through the audit chain, and how many of its entries are shown with their bodies. */
  audit: z.strictObject({ start: place, head: place, shown: size }),
  files: z.array(manifestFile),
}

/** As the desk wrote it before there were profiles; such bundles are still about. */
const first = z.strictObject({
  ...head,
  version: z.literal(1),
  ...facts,
  /** Whose or which data: a member's card number, a case's number, or a period. */
  subject: z.strictObject({ kind: z.enum(['member', 'case', 'period']), id: z.string().nullable() }),
  range,
  ...proof,
})

const second = z.strictObject({
  ...head,
  version: z.literal(2),
  ...facts,
  /** Whose or which data: a member's card number, a case's number, a period, or how many members of a list. */
  subject: z.strictObject({ kind: z.enum(['member', 'case', 'period', 'members']), id: z.string().nullable() }),
  range,
  /** Until when the recipient may keep the copy (YYYY-MM-DD); null when nothing was agreed. */
  destroyBy: z.string().nullable(),
  /** For whom it was cut down: what was replaced, as `table.column`, and of which tables no row left. */
  redaction: z.strictObject({ profile: z.string(), replaced: z.array(z.string()), without: z.array(z.string()) }),
  /** Rows in the store, rows that left, rows held back by the profile: the store's is the sum of the two. */
  counts: z.array(z.strictObject({ table: z.string(), inStore: size, left: size, heldBack: size })),
  ...proof,
})

/** What is signed: everything an auditor needs to know about an export, and the hash of every data file. */
export const manifestSchema = z.discriminatedUnion('version', [second, first])

export type Manifest = z.output<typeof manifestSchema>
/** A manifest as it is written today. */
export type NewManifest = Extract<Manifest, { version: 2 }>
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
