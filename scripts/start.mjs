import { buildApp } from './lib/build.mjs'
import { launchApp } from './lib/launch.mjs'
import { launchArguments } from './lib/launch-arguments.mjs'
import { typedIn } from './lib/paths.mjs'
import { prepareNode, prepareWindow } from './lib/set-up.mjs'
import { main } from './lib/stop.mjs'

await main(async () => {
  await prepareNode()
  await prepareWindow()
  await buildApp()
  process.exitCode = await launchApp(launchArguments(process.argv.slice(2), typedIn()))
})
