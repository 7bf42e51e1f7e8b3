import type { Bilingual } from '../../shared/contract.ts'
import { Refusal } from '../../shared/failure.ts'
import { misuse } from './stop.ts'

/** The keyboard and the screen, as far as a hidden prompt needs them. */
export type Terminal = {
  keys: NodeJS.ReadStream
  write(text: string): void
  /** Ends a prompt that nobody will answer any more. */
  signal: AbortSignal
}

/** Takes a password out of the environment, so that nothing started later inherits it. */
export function passwordFrom(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = env[name]
  delete env[name]
  return value === '' ? undefined : value
}

/** Asks for a password without showing it; without a keyboard the command was used wrongly, because nobody can answer. */
export async function askPassword(terminal: Terminal, label: string, variable: string): Promise<string> {
  if (!terminal.keys.isTTY) misuse(noPassword(variable))
  try {
    return await readHidden(terminal, `${label}: `)
  } finally {
    terminal.write('\n')
  }
}

/** Asks twice: nobody could repeat a password that was mistyped once. */
export async function askNewPassword(
  terminal: Terminal,
  labels: { first: string; again: string },
  variable: string,
): Promise<string> {
  const password = await askPassword(terminal, labels.first, variable)
  if (password === (await askPassword(terminal, labels.again, variable))) return password
  return misuse({ zh: '两次输入的密码不一致。', en: 'The two passwords differ.' })
}

const noPassword = (variable: string): Bilingual => ({
  zh: `没有密码：请设置环境变量 ${variable}。密码不能写在命令行里。`,
  en: `There is no password: set ${variable} in the environment. A password is never an argument.`,
})

const ENTER = /[\r\n]/
const CANCEL = '\u0003'
const END = '\u0004'
const ERASE = /[\u007f\b]/

function readHidden({ keys, write, signal }: Terminal, prompt: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let typed: string[] = []
    const finish = (settle: () => void) => {
      keys.off('data', onData)
      signal.removeEventListener('abort', onAbort)
      keys.setRawMode(false)
      keys.pause()
      settle()
    }
    const onAbort = () => finish(() => reject(new Refusal({ code: 'CANCELLED' })))
    const onData = (chunk: string) => {
      for (const key of chunk) {
        if (ENTER.test(key)) return finish(() => resolve(typed.join('')))
        if (key === CANCEL || key === END) return onAbort()
        typed = ERASE.test(key) ? typed.slice(0, -1) : [...typed, key]
      }
    }
    if (signal.aborted) return reject(new Refusal({ code: 'CANCELLED' }))
    signal.addEventListener('abort', onAbort)
    keys.setEncoding('utf8')
    // Hidden before the prompt is seen: what is typed at once must not show either.
    keys.setRawMode(true)
    keys.on('data', onData)
    keys.resume()
    write(prompt)
  })
}
