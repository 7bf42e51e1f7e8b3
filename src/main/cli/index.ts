import about from '../../../package.json' with { type: 'json' }
import { main } from './main.ts'
import { openScreen } from './screen.ts'

// Whoever reads the answer may stop reading early, as `head` does.
process.stdout.on('error', () => {})

process.exitCode = await main({
  argv: process.argv.slice(2),
  env: process.env,
  screen: openScreen(process.stdout, process.stderr),
  terminal: { keys: process.stdin, write: (text) => process.stderr.write(text) },
  version: about.version,
})
