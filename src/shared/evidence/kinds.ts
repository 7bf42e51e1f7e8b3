import type { Bilingual } from '../contract.ts'

/** How a piece can be looked at in the window: as a picture, as plain text, or only in another program. */
export type Preview = 'image' | 'text' | 'none'

type KindSpec = Bilingual & { extensions: readonly string[]; type: string; preview: Preview }

/** What may be attached to a case (S2-49): pictures, documents, recordings, messages; nothing that can run. */
export const EVIDENCE_KIND_TABLE = {
  jpeg: { zh: 'JPG 图片', en: 'JPG picture', extensions: ['jpg', 'jpeg'], type: 'image/jpeg', preview: 'image' },
  png: { zh: 'PNG 图片', en: 'PNG picture', extensions: ['png'], type: 'image/png', preview: 'image' },
  gif: { zh: 'GIF 图片', en: 'GIF picture', extensions: ['gif'], type: 'image/gif', preview: 'image' },
  webp: { zh: 'WebP 图片', en: 'WebP picture', extensions: ['webp'], type: 'image/webp', preview: 'image' },
  heic: { zh: 'HEIC 图片', en: 'HEIC picture', extensions: ['heic', 'heif'], type: 'image/heic', preview: 'none' },
  pdf: { zh: 'PDF 文件', en: 'PDF document', extensions: ['pdf'], type: 'application/pdf', preview: 'none' },
  text: { zh: '文本', en: 'Text', extensions: ['txt', 'csv', 'log', 'eml'], type: 'text/plain', preview: 'text' },
  office: {
    zh: 'Office 文档',
    en: 'Office document',
    extensions: ['docx', 'xlsx', 'pptx'],
    type: 'application/zip',
    preview: 'none',
  },
  oldOffice: {
    zh: '旧版 Office 文档或邮件',
    en: 'Old Office document or message',
    extensions: ['doc', 'xls', 'ppt', 'msg'],
    type: 'application/octet-stream',
    preview: 'none',
  },
  audio: {
    zh: '录音',
    en: 'Recording',
    extensions: ['mp3', 'wav', 'm4a', 'amr', 'ogg'],
    type: 'audio/*',
    preview: 'none',
  },
  video: { zh: '视频', en: 'Video', extensions: ['mp4', 'mov', 'webm'], type: 'video/*', preview: 'none' },
} as const satisfies Record<string, KindSpec>

export type EvidenceKind = keyof typeof EVIDENCE_KIND_TABLE
export const EVIDENCE_KINDS = Object.keys(EVIDENCE_KIND_TABLE) as EvidenceKind[]
export const EVIDENCE_KIND_NAMES: Record<EvidenceKind, Bilingual> = EVIDENCE_KIND_TABLE

/** Every ending that an attached file may have, for the system's dialog. */
export const EVIDENCE_EXTENSIONS: readonly string[] = EVIDENCE_KINDS.flatMap((kind) => [
  ...EVIDENCE_KIND_TABLE[kind].extensions,
])

/** Files that may go in with the registration of a case. */
export const MOST_ATTACHED = 4

/** The most one file may hold, in bytes. */
export const EVIDENCE_MAX_BYTES = 25 * 1024 * 1024
/** The most all files of one case may hold together, in bytes. */
export const EVIDENCE_CASE_BYTES = 200 * 1024 * 1024
/** The most files that one case may have; withdrawn ones count, for they are still there. */
export const EVIDENCE_CASE_FILES = 100
