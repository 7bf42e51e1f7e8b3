import path from 'node:path'

/** How the program was started. */
export type StartOptions = { isDemo: boolean; smoke: string | null; screenshot: string | null; store: string | null }

/** Reads the program's own switches; everything else on the command line is Chromium's. */
export function readOptions(argv: readonly string[]): StartOptions {
  const value = (name: string) =>
    argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3) ?? null
  const file = (name: string) => {
    const given = value(name)
    return given === null ? null : path.resolve(given)
  }
  return {
    isDemo: argv.includes('--demo'),
    smoke: file('smoke'),
    screenshot: file('screenshot'),
    store: value('store'),
  }
}
