import type { PdfColumn } from '../bundle/pdf.ts'

/** A column of a printed table: its title and its share of the width; numbers stand to the right. */
export const column = (title: string, share: number, align?: 'right'): PdfColumn =>
  align ? { title, share, align } : { title, share }
