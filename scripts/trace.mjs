// Which tests prove which of the client's requirement lines.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { idsIn, readRequirements } from './lib/trace-ids.mjs'
import { blocksOf, isLive } from './lib/trace-titles.mjs'

/** Functions whose first argument is the title of a test; add a wrapper here when one is written. */
const callees = ['test', 'it', 'bothEngines', 'onEveryEngine', 'onEngine']
const groups = ['describe', 'suite']

const usage = `node scripts/trace.mjs [--covered | --missing] [--id S3-47 | --id S3-47..49] [--json] [--tests FOLDER]

Lists every requirement line with the tests whose titles carry its id. Ids in a describe title count for the tests
in it. Skipped, planned and expected-to-fail tests prove nothing. An id nobody knows ends the run with 1.`

const filesUnder = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => name.replaceAll('\\', '/'))
    .sort()

const fullTitle = (block) => (block.group ? `${fullTitle(block.group)} › ${block.title}` : block.title)

const trace = (requirements, folder, label) => {
  const order = requirements.map(({ id }) => id)
  const tests = new Map(order.map((id) => [id, []]))
  const errors = []
  for (const name of filesUnder(folder)) {
    const file = `${label}/${name}`
    for (const block of blocksOf(readFileSync(join(folder, name), 'utf8'), callees, groups)) {
      const { title, line } = block
      for (const id of idsIn(title, order).unknown)
        errors.push(`${file}:${line}: unknown requirement ${id} in "${title}"`)
      if (block.isGroup || !isLive(block)) continue
      const proof = { file, line, title: fullTitle(block) }
      for (const id of idsIn(proof.title, order).known) tests.get(id).push(proof)
    }
  }
  return { lines: requirements.map((line) => ({ ...line, tests: tests.get(line.id) })), errors }
}

const describeLine = ({ id, flags = [], term, wording, tests }) => {
  const proofs = tests.map(({ file, title }) => `${file}: ${title}`)
  const notes = flags.map((flag) => ` [${flag}]`).join('')
  return `${id} ${term}${notes} — ${wording}\n${(proofs.length ? proofs : ['-']).map((text) => `  ${text}`).join('\n')}`
}

const readOptions = () => {
  const flag = { type: 'boolean', default: false }
  const text = { type: 'string' }
  return parseArgs({ options: { json: flag, covered: flag, missing: flag, help: flag, id: text, tests: text } }).values
}

const report = (options) => {
  const root = new URL('../', import.meta.url)
  const requirements = readRequirements(new URL('docs/requirements/', root))
  const folder = options.tests ? resolve(options.tests) : fileURLToPath(new URL('test', root))
  if (!existsSync(folder)) return [`no folder ${folder}`]
  const wanted =
    options.id === undefined
      ? undefined
      : idsIn(
          options.id,
          requirements.map(({ id }) => id),
        )
  if (wanted && (wanted.unknown.length || !wanted.known.length)) return [`unknown requirement ${options.id}`]
  const { lines, errors } = trace(requirements, folder, options.tests ?? 'test')
  if (errors.length) return errors
  const shown = lines.filter(
    ({ id, tests }) =>
      (!options.covered || tests.length > 0) &&
      (!options.missing || tests.length === 0) &&
      (wanted?.known.includes(id) ?? true),
  )
  const covered = lines.filter(({ tests }) => tests.length > 0).length
  if (options.json) console.log(JSON.stringify({ covered, total: lines.length, requirements: shown }, null, 2))
  else console.log([...shown.map(describeLine), `covered ${covered} of ${lines.length}`].join('\n'))
  return []
}

try {
  const options = readOptions()
  const errors = options.help ? [] : report(options)
  if (options.help) console.log(usage)
  for (const error of errors) console.error(error)
  process.exitCode = errors.length ? 1 : 0
} catch (error) {
  if (!String(error.code).startsWith('ERR_PARSE_ARGS')) throw error
  console.error(`${error.message}\n\n${usage}`)
  process.exitCode = 2
}
