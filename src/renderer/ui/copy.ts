import { shell } from '../client.ts'
import { say } from '../i18n/use-t.ts'
import { tellDone, tellProblem } from './notify.ts'

/** Copies a text for another program; tells `done` only when the system has it, and says else that it has not. */
export async function copyText(text: string, done: string): Promise<boolean> {
  const answer = await shell('shell.copy', { text })
  const isCopied = answer.ok && answer.value.copied
  if (isCopied) tellDone(`${done} ${say('ui', 'copy.forgotten')}`)
  else tellProblem(say('ui', 'copy.failed'))
  return isCopied
}
