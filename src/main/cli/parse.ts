import { parseArgs } from 'node:util'
import type { Args, Command, Value, Values } from './command.ts'
import { misuse } from './stop.ts'
import { readValue } from './values.ts'

/** Options that every command takes. */
export const COMMON = {
  store: {
    kind: 'text',
    shown: 'PATH|postgres://…',
    meaning: { zh: '数据库；默认为本机程序自己的数据库', en: "The store; by default this machine's own" },
  },
  user: {
    kind: 'text',
    shown: 'NAME',
    meaning: { zh: '登录名；密码取自环境变量 DESK_PASSWORD', en: 'Login; its password comes from DESK_PASSWORD' },
  },
  json: {
    kind: 'flag',
    meaning: { zh: '标准输出只打印一个 JSON 文档', en: 'Print one JSON document and nothing else' },
  },
  lang: {
    kind: 'choice',
    choices: ['zh-CN', 'en'],
    meaning: { zh: '提示语言；默认随系统', en: "Language of messages; by default the system's" },
  },
  help: { kind: 'flag', meaning: { zh: '显示用法', en: 'Show the usage' } },
} as const satisfies Values

export type Common = { store: string | undefined; user: string | undefined; isJson: boolean; isHelp: boolean }
export type Invocation = { common: Common; command: Command | undefined; words: string[]; args: Args }

/** Splits what was typed into the command's words and the rest; common options may stand before the command. */
function findCommand(
  argv: readonly string[],
  commands: readonly Command[],
): { command: Command | undefined; words: string[]; rest: string[] } {
  const isCommand = (words: string[]) => commands.find(({ path }) => path === words.join(' '))
  const rest: string[] = []
  const words: string[] = []
  for (let i = 0; i < argv.length; i++) {
    const token = argv[i] ?? ''
    if (!token.startsWith('-')) {
      words.push(token)
      const found = isCommand(words)
      if (found) return { command: found, words, rest: [...rest, ...argv.slice(i + 1)] }
      const isBegun = commands.some(({ path }) => path.startsWith(`${words.join(' ')} `))
      if (words.length >= 2 && !isBegun) break
      continue
    }
    rest.push(token)
    const next = argv[i + 1]
    if (takesValue(token) && next !== undefined) {
      rest.push(next)
      i += 1
    }
  }
  return { command: undefined, words, rest }
}

function takesValue(token: string): boolean {
  const common: Values = COMMON
  const value = common[token.slice(2)]
  return value !== undefined && value.kind !== 'flag'
}

/** Reads a command line against the declared commands; ends with wrong usage when it does not fit. */
export function parse(argv: readonly string[], commands: readonly Command[]): Invocation {
  const { command, words, rest } = findCommand(argv, commands)
  const options: Values = { ...COMMON, ...command?.options }
  const { given, operands } = split(rest, options)
  const common = commonOf(given)
  if (!command || common.isHelp) return { common, command, words, args: {} }
  const args: Record<string, string | number | boolean | undefined> = {}
  for (const [name, value] of Object.entries(command.options)) args[name] = optionOf(name, value, given.get(name))
  Object.assign(args, operandsOf(command, operands))
  checkOneOf(command, args)
  return { common, command, words, args }
}

type Given = Map<string, string | true>

function split(rest: readonly string[], options: Values): { given: Given; operands: string[] } {
  const shapes = Object.fromEntries(
    Object.entries(options).map(([name, { kind }]) => [
      name,
      { type: kind === 'flag' ? 'boolean' : 'string' } as const,
    ]),
  )
  const { tokens } = parseArgs({
    args: [...rest],
    options: shapes,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const given: Given = new Map()
  const operands: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    const shape = Object.hasOwn(options, name) && rawName.startsWith('--') ? options[name] : undefined
    if (!shape) misuse({ zh: `没有 ${rawName} 这个选项。`, en: `There is no option ${rawName}.` })
    if (given.has(name)) misuse({ zh: `${rawName} 只能给一次。`, en: `${rawName} can be given only once.` })
    if (shape.kind === 'flag' && value !== undefined)
      misuse({ zh: `${rawName} 后面不能跟值。`, en: `${rawName} takes no value.` })
    // `--store --json` forgot the path; a value that begins with a dash is written --text=-value. No option begins with a
    // digit, so what looks like a negative number was meant as the value.
    if (shape.kind !== 'flag' && (value === undefined || (!inlineValue && /^-[^\d.]/.test(value))))
      misuse({ zh: `${rawName} 后面需要一个值。`, en: `${rawName} needs a value.` })
    given.set(name, value ?? true)
  }
  return { given, operands }
}

function commonOf(given: Given): Common {
  const text = (name: string) => {
    const value = given.get(name)
    return typeof value === 'string' ? value : undefined
  }
  const lang = text('lang')
  if (lang !== undefined) readValue('--lang', COMMON.lang, lang)
  return { store: text('store'), user: text('user'), isJson: given.has('json'), isHelp: given.has('help') }
}

function optionOf(name: string, value: Value, given: string | true | undefined): string | number | boolean | undefined {
  if (value.kind === 'flag') return given === true
  if (typeof given === 'string') return readValue(`--${name}`, value, given)
  if (value.required) misuse({ zh: `缺少 --${name}。`, en: `--${name} is missing.` })
  return undefined
}

function operandsOf(command: Command, given: readonly string[]): Record<string, string | number | undefined> {
  const wanted = Object.entries(command.operands)
  const extra = given[wanted.length]
  if (extra !== undefined) misuse({ zh: `多余的参数“${extra}”。`, en: `“${extra}” is one argument too many.` })
  return Object.fromEntries(
    wanted.map(([name, value], i) => {
      const shown = operandName(name, value)
      const text = given[i]
      if (text !== undefined) return [name, readValue(shown, value, text)]
      if (value.required) misuse({ zh: `缺少 ${shown}。`, en: `${shown} is missing.` })
      return [name, undefined]
    }),
  )
}

/** How an operand is written in the usage line. */
export function operandName(name: string, value: Value): string {
  return value.shown ?? (value.kind === 'choice' ? value.choices.join('|') : name.toUpperCase())
}

function checkOneOf(command: Command, args: Args): void {
  if (!command.oneOf) return
  const names = command.oneOf.map((name) => `--${name}`)
  const count = command.oneOf.filter((name) => args[name] !== undefined).length
  if (count !== 1)
    misuse({ zh: `${names.join('、')} 必须且只能给一个。`, en: `Give exactly one of ${names.join(', ')}.` })
}
