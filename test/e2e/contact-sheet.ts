import fs from 'node:fs'
import path from 'node:path'
import { PICTURES } from './look.ts'

/** One page with every picture that the run left, view by view: what is crowded, cut off or out of line shows at a glance. */
export default function writeContactSheet(): void {
  if (!fs.existsSync(PICTURES)) return
  const names = fs.readdirSync(PICTURES).filter((name) => name.endsWith('.png'))
  const views = Map.groupBy(names.sort(), (name) => name.slice(0, name.indexOf('.')))
  const rows = [...views].map(
    ([view, pictures]) => `<h2>${view}</h2>\n<div>\n${pictures.map(figure).join('\n')}\n</div>`,
  )
  fs.writeFileSync(
    path.join(PICTURES, 'index.html'),
    pageOf(`${names.length} pictures of ${views.size} views`, rows.join('\n')),
  )
}

function figure(name: string): string {
  const look = name.slice(name.indexOf('.') + 1, -'.png'.length).replaceAll('.', ' · ')
  return `<figure><a href="${name}"><img src="${name}" alt="${name}" loading="lazy"></a><figcaption>${look}</figcaption></figure>`
}

function pageOf(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>VIP Desk: ${title}</title>
<style>
  body { font: 14px system-ui; margin: 16px; background: #888; }
  div { display: grid; grid-template-columns: repeat(auto-fill, minmax(380px, 1fr)); gap: 12px; }
  figure { margin: 0; } img { width: 100%; display: block; } h2 { margin: 24px 0 8px; }
</style>
<h1>${title}</h1>
${body}
</html>
`
}
