import { type Bilingual, type CallSpec, sideOf } from '../../shared/contract.ts'
import { contracts } from '../../shared/contracts.ts'
import type { Language } from '../../shared/session/model.ts'
import type { Command, Value } from './command.ts'
import { COMMON, operandName } from './parse.ts'
import { widthOf } from './table.ts'

const WORDS = {
  usage: { zh: '用法', en: 'Usage' },
  commands: { zh: '命令', en: 'Commands' },
  options: { zh: '选项', en: 'Options' },
  common: { zh: '各命令共有的选项', en: 'Options of every command' },
  roles: { zh: '可用角色', en: 'Roles' },
  required: { zh: '（必填）', en: ' (required)' },
  oneOf: { zh: '以下选项必须且只能给一个', en: 'Give exactly one of' },
  more: { zh: '某个命令的详细用法：desk <命令> --help', en: 'More on one command: desk <command> --help' },
  exits: {
    zh: '退出码：0 完成；1 被拒绝或检查出问题；2 用法不对。时间写成 2026-09-30T08:00:00+08:00 或 …Z，金额以分为单位。',
    en: 'Exit codes: 0 done, 1 refused or found wrong, 2 wrong usage. Moments like 2026-09-30T08:00:00+08:00 or …Z, money in fen.',
  },
  anyone: { zh: '所有已登录人员', en: 'anyone signed in' },
} satisfies Record<string, Bilingual>

/** The call's declaration behind a command. */
function specOf(command: Command): CallSpec | undefined {
  const [feature = '', name = ''] = (command.call ?? '').split('.')
  const calls: Record<string, CallSpec> | undefined = Object.entries(contracts).find(([key]) => key === feature)?.[1]
  return calls?.[name]
}

/** What a command does, in one line. */
export function summaryOf(command: Command): Bilingual {
  return command.summary ?? specOf(command)?.summary ?? { zh: command.path, en: command.path }
}

function rolesOf(command: Command): readonly string[] | 'anyone' | undefined {
  const access = command.needs === 'person' ? specOf(command)?.access : undefined
  return access === 'public'
    ? undefined
    : typeof access === 'string'
      ? access
      : access?.filter((role) => role !== 'system')
}

/** `--from T`: an option as it is written. */
function optionText(name: string, value: Value): string {
  const kinds = { text: 'TEXT', file: 'FILE', count: 'N', instant: 'T' }
  if (value.kind === 'flag') return `--${name}`
  return `--${name} ${value.shown ?? (value.kind === 'choice' ? (value.choices.length > 5 ? 'CODE' : value.choices.join('|')) : kinds[value.kind])}`
}

/** `desk member find TEXT [--limit N]`. */
export function usageOf(command: Command): string {
  const operands = Object.entries(command.operands).map(([name, value]) =>
    value.required ? operandName(name, value) : `[${operandName(name, value)}]`,
  )
  const alternatives = (command.oneOf ?? [])
    .map((name) => optionText(name, command.options[name] ?? COMMON.json))
    .join(' | ')
  const options = Object.entries(command.options)
    .filter(([name]) => !command.oneOf?.includes(name))
    .map(([name, value]) => (value.required ? optionText(name, value) : `[${optionText(name, value)}]`))
  return ['desk', command.path, ...operands, ...options, ...(alternatives ? [`(${alternatives})`] : [])].join(' ')
}

function meaningOf(value: Value, side: keyof Bilingual): string {
  const codes = value.kind === 'choice' && value.choices.length > 5 ? `\n${wrapped(value.choices)}` : ''
  return `${value.meaning[side]}${value.required ? WORDS.required[side] : ''}${codes}`
}

const CODES_WIDTH = 70

/** Codes in lines that fit beside the left column. */
function wrapped(codes: readonly string[]): string {
  return codes.reduce((text, code) => {
    const line = text.slice(text.lastIndexOf('\n') + 1)
    return text + (text === '' ? '' : line.length + code.length > CODES_WIDTH ? '\n' : ' ') + code
  }, '')
}

const LEFT = 30

/** Two columns: what is written, and what it means; what is too long for the left one gets a line of its own. */
function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.min(LEFT, Math.max(...rows.map(([left]) => widthOf(left))))
  const indent = ' '.repeat(width + 4)
  return rows
    .map(([left, right]) => {
      const gap = widthOf(left) > width ? `\n${indent}` : ' '.repeat(width - widthOf(left) + 2)
      return `  ${left}${gap}${right.replaceAll('\n', `\n${indent}`)}`
    })
    .join('\n')
}

/** The help of one command, from its declaration. */
export function commandHelp(command: Command, language: Language): string {
  const side = sideOf(language)
  const options = Object.entries({ ...command.options, ...COMMON }).map(
    ([name, value]) => [optionText(name, value), meaningOf(value, side)] as const,
  )
  const operands = Object.entries(command.operands).map(
    ([name, value]) => [operandName(name, value), meaningOf(value, side)] as const,
  )
  const roles = rolesOf(command)
  return [
    summaryOf(command)[side],
    '',
    `${WORDS.usage[side]}: ${usageOf(command)}`,
    ...(roles ? [`${WORDS.roles[side]}: ${roles === 'anyone' ? WORDS.anyone[side] : roles.join(', ')}`] : []),
    ...(command.oneOf ? [`${WORDS.oneOf[side]}: ${command.oneOf.map((name) => `--${name}`).join(', ')}`] : []),
    '',
    `${WORDS.options[side]}:`,
    columns([...operands, ...options]),
  ].join('\n')
}

/** The help of all commands, or of those that begin with a word. */
export function wholeHelp(commands: readonly Command[], language: Language): string {
  const side = sideOf(language)
  return [
    `${WORDS.usage[side]}: npm run -s desk -- <command> …`,
    '',
    `${WORDS.commands[side]}:`,
    columns(commands.map((command) => [command.path, summaryOf(command)[side]] as const)),
    '',
    `${WORDS.common[side]}:`,
    columns(Object.entries(COMMON).map(([name, value]) => [optionText(name, value), value.meaning[side]] as const)),
    '',
    WORDS.exits[side],
    WORDS.more[side],
  ].join('\n')
}

/** The same as data, for programs. */
export function helpData(commands: readonly Command[], language: Language): unknown {
  const side = sideOf(language)
  return commands.map((command) => ({
    command: command.path,
    summary: summaryOf(command)[side],
    usage: usageOf(command),
    call: command.call,
    roles: rolesOf(command) ?? null,
  }))
}
