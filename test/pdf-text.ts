import { execFileSync } from 'node:child_process'

/** Whether this machine can read the text of a PDF. */
export const hasPdftotext = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

/** The text of each page of a PDF, as it lies on the page. */
export function pagesOfFile(file: string): string[] {
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1)
}
