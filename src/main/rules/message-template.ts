import { allow, type Decision, deny } from '../../shared/failure.ts'
import { unknownIn } from '../../shared/messages/text.ts'

type Both = { zh: string; en: string }

/** A wording names only what the desk can fill in; a slip of the pen is found before a customer reads it. */
export function checkTemplate({ subject, body }: { subject: Both; body: Both }): Decision {
  const unknown = [subject.zh, subject.en, body.zh, body.en].flatMap(unknownIn)
  return unknown.length === 0 ? allow : deny('template-unknown', { names: [...new Set(unknown)].join(', ') })
}
