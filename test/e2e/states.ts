/** Places in the present view that are empty and do not say so; runs in the page. */
export function bareAreas(): string[] {
  const main = document.querySelector('main')
  if (!main) return ['no main']
  const named = (element: Element) =>
    `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.querySelector('h2, h3')?.textContent ?? element.className}`
  const isSeen = (element: Element) => element.checkVisibility()
  const says = (element: Element | null) => (element?.textContent ?? '').trim().length > 1
  const worked = 'input, select, textarea, button, svg[role=img], img, canvas, [role=progressbar]'
  const found: string[] = []
  for (const grid of main.querySelectorAll('[role=grid]'))
    if (isSeen(grid) && Number(grid.getAttribute('aria-rowcount')) <= 1 && !says(grid.querySelector('[role=status]')))
      found.push(named(grid))
  for (const table of main.querySelectorAll('tbody'))
    if (isSeen(table) && table.rows.length === 0) found.push(named(table.closest('table') ?? table))
  // A list without entries is told in the sentence before it.
  const isTold = (list: Element) => {
    const before = list.previousElementSibling
    return before !== null && !before.matches('h1, h2, h3, h4') && says(before)
  }
  for (const list of main.querySelectorAll('ul, ol'))
    if (list.closest('[role=grid]') === null && list.querySelector('li, [role=option]') === null && !isTold(list))
      found.push(named(list))
  for (const part of main.querySelectorAll('section, article, fieldset, [role=tabpanel], [role=region]')) {
    if (!isSeen(part)) continue
    const heads = [...part.querySelectorAll('h2, h3, legend')].map((head) => head.textContent ?? '').join('')
    if ((part.textContent ?? '').trim().length <= heads.trim().length && part.querySelector(worked) === null)
      found.push(`nothing in ${named(part)}`)
  }
  const body = [...main.querySelectorAll('[role=tabpanel]')].find(isSeen) ?? main
  const filled = '[role=status], [role=row] [role=gridcell], li, td, dd, p, textarea, input, [role=img], h2, h3'
  if (body.querySelector(filled) === null) found.push(`nothing at all: ${(body.textContent ?? '').slice(0, 60)}`)
  return found
}

/** Says so when the present view does not tell that something could not be read, with a way to read it again; runs in the page. */
export function silentViews(): string[] {
  const isTold = [...document.querySelectorAll('main [role=alert]')].some(
    (alert) => alert.checkVisibility() && /重试/.test(alert.querySelector('button')?.textContent ?? ''),
  )
  return isTold ? [] : ['no failure told']
}

/** Text of the present view, or of the dialog over it, that stands outside the cell, card or window it belongs to; runs in the page. */
export function textOutside(): string[] {
  const view = [...document.querySelectorAll('[role=dialog]')].findLast((dialog) => dialog.checkVisibility())
  const whole = view ?? document.querySelector('main') ?? document.body
  const cells =
    '[role=dialog], main, section, article, fieldset, li, td, th, dd, dt, button, [role=gridcell], [role=columnheader], [role=tabpanel], [class*=badge], [class*=Badge]'
  const found = new Set<string>()
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth) found.add(`window ${root.scrollWidth} > ${root.clientWidth}`)
  const named = (element: Element) => `${element.tagName.toLowerCase()}.${String(element.className).split(' ')[0]}`
  const texts = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const holder = node.parentElement
    if (!holder?.checkVisibility() || holder.closest('.visually-hidden, svg') || !node.textContent?.trim()) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const { right, width } = range.getBoundingClientRect()
    for (let at: Element | null = holder; at && width > 0; at = at.parentElement) {
      // Whoever cuts or scrolls keeps what is inside from lying over its neighbours.
      if (getComputedStyle(at).overflowX !== 'visible') break
      if (at.matches(cells) && right > at.getBoundingClientRect().right + 1) {
        found.add(
          `${named(at)}: ${node.textContent.trim().slice(0, 16)} +${Math.round(right - at.getBoundingClientRect().right)}`,
        )
        break
      }
    }
  }
  for (const element of [whole, ...whole.querySelectorAll('*')]) {
    const { overflowX } = getComputedStyle(element)
    if (!['auto', 'scroll'].includes(overflowX) || !element.checkVisibility()) continue
    if (element.matches('[role=grid], [role=tablist], textarea, pre') || element.querySelector(':scope > table'))
      continue
    if (element.scrollWidth > element.clientWidth + 1) found.add(`${named(element)} scrolls aside`)
  }
  return [...found].slice(0, 12)
}
