// Asks the registry for known weaknesses of the packages we use; ends with 1 for a serious one that no reason allows.
import { ALLOWED, judgeAudit } from './lib/advisories.mjs'
import { npm } from './lib/npm.mjs'
import { ROOT } from './lib/paths.mjs'
import { main } from './lib/stop.mjs'

await main(async () => {
  const { stdout } = await npm(['audit', '--json', '--fetch-retries=0'], { cwd: ROOT, mayFail: true })
  const judged = judgeAudit(stdout, ALLOWED, new Date().toISOString().slice(0, 10))
  if (judged.kind === 'left-out') {
    console.log(`Left out 已跳过: the registry gave no list of advisories (${judged.why}). Nothing was checked.`)
    return
  }
  for (const { id, until } of judged.stale)
    console.log(`The reason for ${id} is out of date (${until}) or about nothing.`)
  for (const { name, severity, title, url } of judged.open) console.log(`${severity} ${name}: ${title} ${url}`)
  console.log(`${judged.open.length} serious advisories open, ${judged.allowed} allowed with a reason`)
  process.exitCode = judged.open.length + judged.stale.length > 0 ? 1 : 0
})
