import {
  EVIDENCE_CASE_BYTES,
  EVIDENCE_CASE_FILES,
  EVIDENCE_KIND_TABLE,
  EVIDENCE_KINDS,
  EVIDENCE_MAX_BYTES,
  type EvidenceKind,
} from '../../shared/evidence/kinds.ts'
import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { Viewer } from './access.ts'
import { REASON_MIN_LENGTH } from './access.ts'

/** Bytes of a file's beginning that are enough to tell its kind. */
export const HEAD_BYTES = 4096

const MB = 1024 * 1024

const begins = (head: Uint8Array, text: string, from = 0): boolean =>
  [...text].every((letter, i) => head[from + i] === letter.charCodeAt(0))
const bytesAre = (head: Uint8Array, ...bytes: number[]): boolean => bytes.every((byte, i) => head[i] === byte)

const HEIC_BRANDS = ['heic', 'heix', 'heif', 'mif1', 'msf1', 'hevc']

/** What the beginning of each kind looks like: a name alone proves nothing. */
const LOOKS: Record<EvidenceKind, (head: Uint8Array) => boolean> = {
  jpeg: (head) => bytesAre(head, 0xff, 0xd8, 0xff),
  png: (head) => bytesAre(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  gif: (head) => begins(head, 'GIF87a') || begins(head, 'GIF89a'),
  webp: (head) => begins(head, 'RIFF') && begins(head, 'WEBP', 8),
  heic: (head) => begins(head, 'ftyp', 4) && HEIC_BRANDS.some((brand) => begins(head, brand, 8)),
  pdf: (head) => begins(head, '%PDF-'),
  text: (head) => head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d),
  office: (head) => bytesAre(head, 0x50, 0x4b, 0x03, 0x04),
  oldOffice: (head) => bytesAre(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
  audio: (head) =>
    begins(head, 'ID3') ||
    (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0) ||
    (begins(head, 'RIFF') && begins(head, 'WAVE', 8)) ||
    begins(head, 'ftypM4A', 4) ||
    begins(head, '#!AMR') ||
    begins(head, 'OggS'),
  video: (head) => begins(head, 'ftyp', 4) || bytesAre(head, 0x1a, 0x45, 0xdf, 0xa3),
}

/** The kind that a file's name claims; undefined when its ending is not allowed. */
export function claimedKind(name: string): EvidenceKind | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return EVIDENCE_KINDS.find((kind) => (EVIDENCE_KIND_TABLE[kind].extensions as readonly string[]).includes(ending))
}

/** True when the content begins like what the name says it is. */
export function looksLike(kind: EvidenceKind, head: Uint8Array): boolean {
  return LOOKS[kind](head.subarray(0, HEAD_BYTES))
}

/** What is already attached to the case. */
export type Attached = { name: string; size: number; sha256: string; isWithdrawn: boolean }

/** A file that somebody wants to attach. */
export type Offered = { name: string; size: number; head: Uint8Array }

/** S2-49: whether a file may be kept anywhere: its kind by name and content, and its size. */
export function canKeep({ name, size, head }: Offered): Decision {
  if (size === 0) return deny('evidence-empty', { name })
  if (size > EVIDENCE_MAX_BYTES) return deny('evidence-too-large', { name, max: EVIDENCE_MAX_BYTES / MB })
  const kind = claimedKind(name)
  if (!kind) return deny('evidence-kind', { name })
  return looksLike(kind, head) ? allow : deny('evidence-mismatch', { name })
}

/** How much one thing may have attached, and the rules that say when it is full. */
export type Room = { files: number; bytes: number; tooMany: string; full: string }

/** S2-49: whether a file may be put to what is there: one that may be kept, and for which there is room. */
export function canJoin(offered: Offered, there: readonly Attached[], { files, bytes, tooMany, full }: Room): Decision {
  const kept = canKeep(offered)
  if (!kept.allowed) return kept
  if (there.length >= files) return deny(tooMany, { max: files })
  const held = there.reduce((sum, piece) => sum + piece.size, 0)
  return held + offered.size > bytes ? deny(full, { max: bytes / MB }) : allow
}

const CASE: Room = {
  ...{ files: EVIDENCE_CASE_FILES, bytes: EVIDENCE_CASE_BYTES },
  ...{ tooMany: 'evidence-too-many', full: 'evidence-case-full' },
}

/** S2-49: whether a file may be attached to a case. */
export function canAttach(offered: Offered, there: readonly Attached[]): Decision {
  return canJoin(offered, there, CASE)
}

/** The same content is attached once: a second copy would only look like more proof. */
export function isNewContent(sha256: string, there: readonly Attached[]): Decision {
  const same = there.find((piece) => piece.sha256 === sha256 && !piece.isWithdrawn)
  return same ? deny('evidence-there', { name: same.name }) : allow
}

export type Piece = { addedBy: string; isWithdrawn: boolean; caseOwnerId: string | null; isCaseOpen: boolean }

/** Who may withdraw a piece: whoever attached it, the case's owner, leads and managers; always with a reason. */
export function canWithdraw(viewer: Viewer, piece: Piece, reason: string): Decision {
  if (piece.isWithdrawn) return deny('evidence-withdrawn')
  if (!piece.isCaseOpen) return deny('case-is-closed')
  if (viewer.role === 'agent' && piece.addedBy !== viewer.id && piece.caseOwnerId !== viewer.id) {
    return deny('evidence-not-yours')
  }
  if ([...reason.trim()].length < REASON_MIN_LENGTH) return deny('evidence-reason', { min: REASON_MIN_LENGTH })
  return allow
}

/** What was withdrawn may have come from another customer's file: only leads and managers still open it. */
export function canOpenPiece(viewer: Viewer, isWithdrawn: boolean): Decision {
  return isWithdrawn && viewer.role === 'agent' ? deny('evidence-withdrawn-closed') : allow
}

/** What later steps may ask for: how many pieces stand, or that none does. */
export function evidenceCount(pieces: readonly { isWithdrawn: boolean }[]): number | false {
  return pieces.filter((piece) => !piece.isWithdrawn).length || false
}

/** A name as it is kept: the last part of a path, without signs that a file system could take for more. */
export function keptName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last.replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '_')
  return [...plain.trim()].slice(-120).join('')
}
