import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Command, Value } from '../src/main/cli/command.ts'
import { commands } from '../src/main/cli/commands.ts'
import { runHere } from './cli-run.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vip-desk-cli-files-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
const inFolder = (name: string) => path.join(folder, name)

const GOOD = inFolder('good.json')
fs.writeFileSync(GOOD, '{}')
fs.mkdirSync(inFolder('folder.json'))
spawnSync('mkfifo', [inFolder('pipe.json')])
fs.writeFileSync(inFolder('closed.json'), '{}', { mode: 0 })

/** A file of so many bytes that takes no room. */
function sparse(bytes: number): string {
  const file = inFolder(`large-${bytes}.json`)
  fs.writeFileSync(file, '')
  fs.truncateSync(file, bytes)
  return file
}

/** What may be typed for a value. */
function plausible(value: Value): string {
  switch (value.kind) {
    case 'choice':
      return value.choices[0] ?? ''
    case 'count':
      return '1'
    case 'instant':
      return '2026-09-30T08:00:00+08:00'
    case 'file':
      return value.writes ? inFolder('out') : GOOD
    default:
      return 'words'
  }
}

/** The whole command line of a command in which one value is that file. */
function typed({ path: words, operands, options, oneOf = [] }: Command, name: string, file: string): string[] {
  const isAsked = ([one, value]: [string, Value]) =>
    one === name || (value.required && !oneOf.includes(one)) || (one === oneOf[0] && !oneOf.includes(name))
  const given = ([one, value]: [string, Value]) => (one === name ? file : plausible(value))
  return [
    ...words.split(' '),
    ...Object.entries(operands).map(given),
    ...Object.entries(options)
      .filter(isAsked)
      .flatMap((option) => [`--${option[0]}`, given(option)]),
  ]
}

const reading = commands.flatMap((command) =>
  Object.entries({ ...command.operands, ...command.options }).flatMap(([name, value]) =>
    value.kind === 'file' && value.reads !== undefined ? [{ command, name, most: value.reads }] : [],
  ),
)

const env = { DESK_PASSWORD: 'whatever it is', LANG: 'en_US.UTF-8', XDG_CONFIG_HOME: inFolder('config') }

/** What a command says that must not come as far as a store. */
async function refusal(line: readonly string[], language: string) {
  const common = ['--user', 'boss', '--store', inFolder('none.db'), '--json', '--lang', language]
  const { code, stdout } = await runHere([...line, ...common], env)
  const { error } = JSON.parse(stdout)
  return [code, error.code, error.message]
}

test('every command that reads a file refuses what is none, what is closed to it and what is too large, before it begins', async () => {
  expect(reading.map(({ command, name }) => `${command.path} ${name}`)).toEqual(
    expect.arrayContaining(['import members file', 'import members map', 'policy import file', 'restore file']),
  )
  for (const { command, name, most } of reading) {
    const about = (sentence: string) => [`${command.path} ${name}`, 2, 'FILE', sentence]
    const told = async (file: string, language = 'en') => [
      `${command.path} ${name}`,
      ...(await refusal(typed(command, name, file), language)),
    ]
    expect(await told(inFolder('folder.json'))).toEqual(about('folder.json is not a plain file.'))
    expect(await told(inFolder('pipe.json'))).toEqual(about('pipe.json is not a plain file.'))
    expect(await told(inFolder('pipe.json'), 'zh-CN')).toEqual(about('pipe.json 不是普通文件。'))
    if (process.getuid?.() !== 0)
      expect(await told(inFolder('closed.json'))).toEqual(about('The file closed.json cannot be read.'))
    if (!Number.isFinite(most)) continue
    const large = sparse(most + 1)
    const [size, file] = [most / 1024 / 1024, path.basename(large)]
    expect(await told(large)).toEqual(about(`The file ${file} is too large: at most ${size} MB are read.`))
    expect(await told(large, 'zh-CN')).toEqual(about(`文件 ${file} 太大，最多 ${size} MB。`))
  }
})

test('a file of just the size that is read, and one that is not there, come as far as the command', async () => {
  for (const { command, name, most } of reading) {
    const files = [inFolder('nowhere.json'), ...(most <= 8 * 1024 * 1024 ? [sparse(most)] : [])]
    for (const file of files) {
      const { stdout } = await runHere(
        [...typed(command, name, file), '--user', 'boss', '--store', inFolder('none.db'), '--json'],
        env,
      )
      expect([command.path, name, stdout]).toEqual([command.path, name, expect.not.stringMatching(/too large|plain/)])
    }
  }
})
