import { sideOf } from '../../shared/contract.ts'
import type { Language } from '../../shared/session/model.ts'
import { formatInstant, type Instant } from '../../shared/time.ts'
import { toBase64, utf8 } from '../crypto/encoding.ts'

type Place = { sequence: number; sentAt: Instant; note: string }

const WORDS = {
  zh: {
    subject: (sequence: number) => `审计锚点：第 ${sequence} 条`,
    lead: (at: string) =>
      `以下是 VIP Desk 审计链在 ${at} 的位置，已签名。请原样保存本邮件或附件；日后把它交回，即可看出审计记录是否被退回或改写。`,
  },
  en: {
    subject: (sequence: number) => `Audit anchor: entry ${sequence}`,
    lead: (at: string) =>
      `This is the signed place of VIP Desk's audit chain at ${at}. Please keep this mail or its attachment as it is: when it is handed back, it shows whether the audit log was rolled back or rewritten.`,
  },
} as const

const BOUNDARY = '----vip-desk-anchor'
/** Characters of a base64 line, and of Chinese text that fit one encoded word of a header. */
const [LINE, WORD] = [76, 12]

/** A mail without addresses that mail programs open as a draft: the signed place in words and as an attached file. */
export function anchorMail({ sequence, sentAt, note }: Place, language: Language): string {
  const { subject, lead } = WORDS[sideOf(language)]
  const at = formatInstant(sentAt)
  return [
    `Subject: ${headerText(subject(sequence))}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`,
    '',
    `--${BOUNDARY}`,
    ...textPart('', `${lead(at)}\n\n${note}`),
    `--${BOUNDARY}`,
    ...textPart(`attachment; filename="audit-anchor-${sequence}.txt"`, note),
    `--${BOUNDARY}--`,
    '',
  ].join('\r\n')
}

function textPart(disposition: string, text: string): string[] {
  return [
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    ...(disposition ? [`Content-Disposition: ${disposition}`] : []),
    '',
    ...piecesOf(toBase64(utf8(text)), LINE),
  ]
}

function headerText(text: string): string {
  return piecesOf(text, WORD)
    .map((piece) => `=?utf-8?B?${toBase64(utf8(piece))}?=`)
    .join('\r\n ')
}

function piecesOf(text: string, length: number): string[] {
  const signs = [...text]
  return Array.from({ length: Math.ceil(signs.length / length) }, (_, n) =>
    signs.slice(n * length, (n + 1) * length).join(''),
  )
}
