import path from 'node:path'
import { sideOf } from '../../shared/contract.ts'
import { type Failure, Refusal } from '../../shared/failure.ts'
import type { Language } from '../../shared/session/model.ts'
import type { Answer, Command } from './command.ts'
import { commands } from './commands.ts'
import { type Frame, openContext } from './context.ts'
import { failureText } from './failure-text.ts'
import { checkFiles } from './files.ts'
import { commandHelp, helpData, wholeHelp } from './help.ts'
import { isLanguage, systemLanguage } from './language.ts'
import { writeLog } from './log.ts'
import { type Invocation, parse } from './parse.ts'
import type { Terminal } from './password.ts'
import { userDataFolder } from './place.ts'
import { printed } from './print.ts'
import type { Screen } from './screen.ts'
import { onInterrupt } from './signals.ts'
import { EXIT, type Exit, Stop } from './stop.ts'

export type Surroundings = {
  argv: readonly string[]
  env: NodeJS.ProcessEnv
  screen: Screen
  terminal: Omit<Terminal, 'signal'>
  version: string
}

/** Runs one command line from the first word to the exit code. */
export async function main(surroundings: Surroundings): Promise<Exit> {
  const { argv, env, screen } = surroundings
  // Known before anything is parsed: a mistake in the command line is told in the same form and language.
  const language = languageOf(argv, env)
  const isJson = argv.includes('--json')
  let command: Command | undefined
  try {
    const invocation = parse(argv, commands)
    if (invocation.common.isHelp) return showHelp(invocation, language, screen)
    command = invocation.command
    if (!command) return unknownCommand(invocation, language, screen)
    return show(await run(command, invocation, language, surroundings), language, invocation.common.isJson, screen)
  } catch (error) {
    return showFailure(describe(error, language, { dataFolder: userDataFolder(env), command }), isJson, screen)
  }
}

function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const given =
    argv.find((_, i) => argv[i - 1] === '--lang') ??
    argv.find((text) => text.startsWith('--lang='))?.slice('--lang='.length)
  return isLanguage(given) ? given : systemLanguage(env)
}

async function run(
  command: Command,
  { common, args }: Invocation,
  language: Language,
  { env, screen, terminal, version }: Surroundings,
): Promise<Answer> {
  await checkFiles(command, args)
  const dataFolder = userDataFolder(env)
  const store = common.store ?? path.join(dataFolder, command.usualStore ?? 'desk.db')
  const frame: Frame = { language, store, user: common.user, env, screen, terminal, dataFolder }
  const opened = openContext(frame, version)
  const stopListening = onInterrupt(opened.cancel)
  try {
    if (command.needs === 'person') await opened.signIn()
    return await command.run(opened.context, args)
  } finally {
    await opened.close()
    stopListening()
  }
}

function show(answer: Answer, language: Language, isJson: boolean, screen: Screen): Exit {
  screen.answer(isJson ? JSON.stringify(answer.json, null, 2) : printed(answer.shown ?? answer.json, language))
  if (answer.wrong === undefined) return EXIT.done
  screen.tell(answer.wrong)
  return EXIT.refused
}

function showHelp({ command, common }: Invocation, language: Language, screen: Screen): Exit {
  if (common.isJson) screen.answer(JSON.stringify(helpData(command ? [command] : commands, language), null, 2))
  else screen.answer(command ? commandHelp(command, language) : wholeHelp(commands, language))
  return EXIT.done
}

/** Half a command gets the list of those that begin so; nothing, or an unknown word, gets them all. */
function unknownCommand({ words, common }: Invocation, language: Language, screen: Screen): Exit {
  const [first] = words
  const near = commands.filter(({ path: name }) => name.split(' ')[0] === first)
  const typed = words.join(' ')
  const sentence =
    typed === ''
      ? { zh: '缺少命令。', en: 'The command is missing.' }
      : { zh: `没有“${typed}”这个命令。`, en: `There is no command “${typed}”.` }
  const message = sentence[sideOf(language)]
  if (common.isJson) return showFailure({ exit: EXIT.usage, error: { code: 'USAGE', message } }, true, screen)
  screen.tell(`${message}\n\n${wholeHelp(near.length > 0 ? near : commands, language)}`)
  return EXIT.usage
}

type Described = { exit: Exit; error: { code: string; message: string } & Record<string, unknown> }

type Scene = { dataFolder: string; command: Command | undefined }

function describe(error: unknown, language: Language, { dataFolder, command }: Scene): Described {
  if (error instanceof Stop)
    return { exit: error.exit, error: { code: error.code, message: error.text[sideOf(language)] } }
  if (error instanceof Refusal) return { exit: EXIT.refused, error: withMessage(error.failure, language, command) }
  const ref = crypto.randomUUID().slice(0, 8)
  writeLog(dataFolder, ref, error)
  return { exit: EXIT.refused, error: withMessage({ code: 'INTERNAL', ref }, language) }
}

function withMessage(failure: Failure, language: Language, command?: Command): Described['error'] {
  const { code, ...rest } = failure
  const known = failure.code === 'CANCELLED' ? command?.cancelled?.[sideOf(language)] : undefined
  const text = known ?? failureText(failure, language, (field) => typedName(command, field))
  const about = failure.code === 'RULE' ? command?.rules?.[failure.rule] : undefined
  return { code, message: about === undefined ? text : `--${about}: ${text}`, ...rest }
}

/** A field of the call under the name that was typed for it. */
function typedName(command: Command | undefined, field: string): string {
  const name = command?.fields?.[field] ?? field
  return command && Object.hasOwn(command.options, name) ? `--${name}` : name
}

function showFailure({ exit, error }: Described, isJson: boolean, screen: Screen): Exit {
  if (isJson) screen.answer(JSON.stringify({ error }, null, 2))
  screen.tell(error.message)
  return exit
}
