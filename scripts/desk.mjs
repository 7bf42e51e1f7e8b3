import { runTypeScript } from './lib/run-typescript.mjs'
import { main } from './lib/stop.mjs'

await main(async () => {
  process.exitCode = await runTypeScript('src', 'main', 'cli', 'index.ts')
})
