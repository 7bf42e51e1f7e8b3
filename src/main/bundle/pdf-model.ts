import type { Instant } from '../../shared/time.ts'

/** A column of a table: its share of the width, and how its cells are set. */
export type PdfColumn = { title: string; share: number; align?: 'left' | 'right' }

/** A column of a chart: what is written above and below it; a marked one stands out. */
export type PdfBar = { label: string; value: number; text: string; isMarked: boolean }

/** A height across a chart: a limit is dashed, what lies between limits is not. */
export type PdfLevel = { value: number; isLimit: boolean }

/** A part of a document under its own heading; an empty one says so with `empty`. */
export type PdfSection = { heading: string; empty?: string } & (
  | { kind: 'facts'; facts: readonly (readonly [label: string, value: string])[]; columns?: 1 | 2 }
  | { kind: 'table'; columns: readonly PdfColumn[]; rows: readonly (readonly string[])[] }
  | { kind: 'text'; paragraphs: readonly string[] }
  /** Begins a chapter of its own; the sections behind it belong to it. */
  | { kind: 'chapter' }
  /** The headings of all chapters with the page on which each begins. */
  | { kind: 'contents' }
  | { kind: 'chart'; caption: string; bars: readonly PdfBar[]; levels: readonly PdfLevel[] }
)

/** A table under its heading. */
export type PdfTable = Extract<PdfSection, { kind: 'table' }>

/** A printable document; every word comes from the caller, in the reader's language. */
export type PdfDocument = {
  language: 'zh-CN' | 'en'
  title: string
  subtitle: string
  /** Stands at the head of every page from the second on. */
  runningTitle: string
  /** Stands at the foot of every page, beside the page number. */
  footer: string
  pageLabel: (page: number, pages: number) => string
  /** Who asked and when, and below it what for: across every page, and as text at its foot (S3-133). */
  watermark: string
  createdAt: Instant
  sections: readonly PdfSection[]
}
