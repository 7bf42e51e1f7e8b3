// Writes the software bill of materials: every package of the lock file with version, licence and checksum (CycloneDX).
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { npm } from './lib/npm.mjs'
import { ROOT } from './lib/paths.mjs'
import { main, Stop } from './lib/stop.mjs'

/** Without the moment and the random number that npm writes, so that the same lock file gives the same bytes. */
function sameEachTime({ serialNumber: _, ...bill }) {
  const { timestamp: __, ...metadata } = bill.metadata
  const { name, version } = metadata.component
  return {
    ...bill,
    metadata: { ...metadata, component: { ...metadata.component, name: 'vip-desk', version: version ?? name } },
  }
}

await main(async () => {
  const file = resolve(process.argv[2] ?? 'sbom.cdx.json')
  const { code, stdout, output } = await npm(['sbom', '--sbom-format=cyclonedx', '--package-lock-only'], {
    cwd: ROOT,
    mayFail: true,
  })
  if (code !== 0) throw new Stop(`npm could not write the bill of materials:\n${output}`)
  const bill = sameEachTime(JSON.parse(stdout))
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`)
  console.log(`${bill.components.length} packages: ${file}`)
})
