import { spawn } from 'node:child_process'
import path from 'node:path'
import { expect } from 'vitest'
import { main } from '../src/main/cli/main.ts'
import { openScreen } from '../src/main/cli/screen.ts'
import { type App, openApp, PASSWORD } from './app.ts'

const PROGRAM = path.resolve(import.meta.dirname, '../src/main/cli/index.ts')

export type Ended = { code: number | null; stdout: string; stderr: string }
type Options = {
  folder: string
  env?: NodeJS.ProcessEnv
  /** Called with every piece of standard error, for a test that answers with a signal. */
  onMessage?: (text: string, stop: (signal: NodeJS.Signals) => void) => void
}

/** Runs the real program as another system would: no keyboard, a password in the environment, its own user folder. */
export function runDesk(args: readonly string[], { folder, env, onMessage }: Options): Promise<Ended> {
  const surroundings = {
    PATH: process.env.PATH,
    HOME: folder,
    XDG_CONFIG_HOME: path.join(folder, 'config'),
    LANG: 'en_US.UTF-8',
    DESK_PASSWORD: PASSWORD,
    ...env,
  }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', PROGRAM, ...args], {
      cwd: folder,
      env: surroundings,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
      onMessage?.(text, (signal) => child.kill(signal))
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

/** The same in this process, without the half second that a new one takes to start; nobody sits at a keyboard here either. */
export async function runHere(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  const pieces = { stdout: '', stderr: '' }
  const into = (name: keyof typeof pieces) => ({
    write: (text: string) => {
      pieces[name] += text
    },
  })
  const keys = Object.assign(Object.create(process.stdin), { isTTY: false })
  const terminal = { keys, write: into('stderr').write }
  const code = await main({
    argv,
    env: { ...env },
    screen: openScreen(into('stdout'), into('stderr')),
    terminal,
    version: '1.0.0',
  })
  return { code, ...pieces }
}

/** A desk on which commands are typed by one person after another. */
export type CommandLine = {
  folder: string
  store: string
  /** Starts the program. */
  run(user: string, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Ended>
  /** Runs a command in this process that must succeed and gives its JSON document. */
  // biome-ignore lint/suspicious/noExplicitAny: what a program printed has no type until it was compared
  json(user: string, ...args: string[]): Promise<any>
  /** Runs a command that must fail and gives its error, with the exit code. */
  fail(user: string, ...args: string[]): Promise<Record<string, unknown> & { exit: number | null }>
}

export function commandLine(store: string, folder: string): CommandLine {
  const line = (user: string, args: readonly string[]) => [...args, '--store', store, '--user', user]
  const here = (user: string, args: readonly string[]) =>
    runHere([...line(user, args), '--json'], {
      DESK_PASSWORD: PASSWORD,
      LANG: 'en_US.UTF-8',
      XDG_CONFIG_HOME: path.join(folder, 'config'),
    })
  return {
    folder,
    store,
    run: (user, args, env) => runDesk(line(user, args), { folder, ...(env ? { env } : {}) }),
    json: async (user, ...args) => {
      const { code, stdout, stderr } = await here(user, args)
      expect({ code, failure: code === 0 ? '' : stderr }).toEqual({ code: 0, failure: '' })
      return JSON.parse(stdout)
    },
    fail: async (user, ...args) => {
      const { code, stdout, stderr } = await here(user, args)
      const { error } = JSON.parse(stdout)
      expect(stderr).toContain(error.message)
      return { exit: code, ...error }
    },
  }
}

/** A store with the people `boss` and `agent`, closed, for the program to open. */
export async function closedStore(engine: 'sqlite' | 'postgres'): Promise<App> {
  const app = await openApp(engine, Date.now())
  await app.call('session.create', { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' })
  await app.as('agent')
  await app.engine.close()
  return app
}
