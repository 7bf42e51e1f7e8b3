import { runWindowTests } from './lib/checks/e2e.mjs'
import { checkLint } from './lib/checks/lint.mjs'
import { inWords, sum } from './lib/checks/tally.mjs'
import { withTestFolder } from './lib/checks/test-folder.mjs'
import { checkTypes } from './lib/checks/types.mjs'
import { runUnitTests } from './lib/checks/unit.mjs'
import { electronInWords, prepareNode, prepareWindow } from './lib/set-up.mjs'
import { main, Stop } from './lib/stop.mjs'

const PARTS = {
  types: { title: 'Types 类型检查', check: checkTypes },
  lint: { title: 'Lint and format 代码规范', check: checkLint },
  unit: { title: 'Tests without a window 单元与接口测试', check: runUnitTests },
  e2e: { title: 'Tests in the real window 窗口测试', check: runWindowTests, needsWindow: true },
}

/** `npm test -- unit test/foo.test.ts` runs one part, with what follows handed to its tool. */
function chosenParts([name, ...rest]) {
  if (name === undefined) return { parts: Object.values(PARTS), rest: [] }
  if (!Object.hasOwn(PARTS, name))
    throw new Stop(`There is no part "${name}"; the parts are ${Object.keys(PARTS).join(', ')}.`)
  return { parts: [PARTS[name]], rest }
}

await main(async () => {
  const { parts, rest } = chosenParts(process.argv.slice(2))
  await prepareNode()
  const opensWindow = parts.some((part) => part.needsWindow)
  if (opensWindow) await prepareWindow()

  const results = []
  await withTestFolder(async () => {
    for (const { title, check } of parts) {
      console.log(`\n== ${title}`)
      results.push({ title, tally: await check(rest) })
    }
  })
  console.log('\n== Result 结果')
  for (const { title, tally } of results) console.log(`  ${title}: ${inWords(tally)}`)
  console.log(`  Node ${process.versions.node}${opensWindow ? `; ${electronInWords()}` : ''}`)
  const total = sum(results.map(({ tally }) => tally))
  console.log(inWords(total))
  process.exitCode = total.failed === 0 ? 0 : 1
})
