import { type Bilingual, sideOf } from '../../shared/contract.ts'
import type { CallName, Input, Output } from '../../shared/contracts.ts'
import { Refusal } from '../../shared/failure.ts'
import type { Language } from '../../shared/session/model.ts'
import type { Host } from '../engine/desk.ts'
import type { Engine } from '../engine/engine.ts'
import { newId } from '../store/new-id.ts'
import { writeLog } from './log.ts'
import { askNewPassword, askPassword, passwordFrom, type Terminal } from './password.ts'
import type { Screen } from './screen.ts'
import { misuse } from './stop.ts'

/** What a command may do: ask the dispatcher, ask for a password, tell people something. */
export type Context = {
  language: Language
  /** The store's address as it was given. */
  store: string
  /** Who runs the command; ends with wrong usage when nobody was named. */
  user(): string
  /** Asks the dispatcher; a refusal is thrown and ends the command. */
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
  /** The password of the person who runs the command. */
  password(): Promise<string>
  /** The password of a second person who agrees, in the presence of the first. */
  secondPassword(login: string): Promise<string>
  /** The recovery key from DESK_RECOVERY_KEY, for what is bound to another computer. */
  recoveryKey(): string | undefined
  /** The password as it is now from DESK_PRESENT_PASSWORD, where a backup still has an older one. */
  presentPassword(): string | undefined
  /** A password that is to be set, from the environment variable or typed twice. */
  newPassword(variable: string, login: string): Promise<string>
  /** A message to people, never to programs. */
  tell(text: Bilingual): void
  signal: AbortSignal
}

export type Frame = {
  language: Language
  store: string
  user: string | undefined
  env: NodeJS.ProcessEnv
  screen: Screen
  terminal: Omit<Terminal, 'signal'>
  dataFolder: string
}

/** A context and how to end it. */
export type Opened = { context: Context; signIn(): Promise<void>; cancel(): void; close(): Promise<void> }

const JOB = 'command'

/** Prepares a context; the engine is loaded with the first question, so that help and `verify` need neither it nor a store. */
export function openContext(frame: Frame, version: string): Opened {
  const { language, store, env, screen } = frame
  const stopper = new AbortController()
  const terminal: Terminal = { ...frame.terminal, signal: stopper.signal }
  let engine: Engine | undefined
  const say = (text: Bilingual) => text[sideOf(language)]

  const started = async (): Promise<Engine> => {
    engine ??= await startEngine(frame, version)
    return engine
  }
  const ask: Context['ask'] = async (name, input) => {
    const { call } = await started()
    if (stopper.signal.aborted) throw new Refusal({ code: 'CANCELLED' })
    const result = await call(name, input, { job: JOB })
    if (!result.ok) throw new Refusal(result.failure)
    return result.value
  }
  const user = () =>
    frame.user ?? misuse({ zh: '缺少 --user：请写明登录名。', en: '--user is missing: say who you are.' })
  // Asked for once: signing in took it out of the environment, and changing it needs it again.
  let known: string | undefined
  const password = async () => {
    known ??=
      passwordFrom(env, 'DESK_PASSWORD') ??
      (await askPassword(terminal, say({ zh: `${user()} 的密码`, en: `Password of ${user()}` }), 'DESK_PASSWORD'))
    return known
  }
  const secondPassword = async (login: string) =>
    passwordFrom(env, 'DESK_SECOND_PASSWORD') ??
    askPassword(terminal, say({ zh: `${login} 的密码`, en: `Password of ${login}` }), 'DESK_SECOND_PASSWORD')
  const newPassword: Context['newPassword'] = async (variable, login) =>
    passwordFrom(env, variable) ??
    askNewPassword(
      terminal,
      {
        first: say({ zh: `${login} 的新密码`, en: `New password of ${login}` }),
        again: say({ zh: '再输入一次', en: 'The same again' }),
      },
      variable,
    )

  return {
    context: {
      language,
      store,
      user,
      ask,
      password,
      secondPassword,
      recoveryKey: () => passwordFrom(env, 'DESK_RECOVERY_KEY'),
      presentPassword: () => passwordFrom(env, 'DESK_PRESENT_PASSWORD'),
      newPassword,
      tell: (text) => screen.tell(say(text)),
      signal: stopper.signal,
    },
    signIn: async () => {
      const login = user()
      await ask('session.signIn', { login, password: await password() })
    },
    cancel: () => {
      stopper.abort()
      engine?.cancel(JOB)
    },
    close: async () => engine?.close(),
  }
}

async function startEngine({ store, screen, dataFolder }: Frame, version: string): Promise<Engine> {
  const [{ createEngine }, { DEFAULT_COST }] = await Promise.all([
    import('../engine/engine.ts'),
    import('../crypto/keyring.ts'),
  ])
  const host: Host = {
    now: Date.now,
    newId,
    log: (message, error) => writeLog(dataFolder, message, error),
    push: (push) => {
      if (push.kind === 'progress') screen.progress(push.progress)
    },
    versions: { app: version, electron: '-', node: process.versions.node },
    passwordCost: DEFAULT_COST,
  }
  return createEngine(store, host)
}
