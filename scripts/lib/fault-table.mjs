const COLUMNS = ['fault', 'rounds', 'whole', 'refused', 'lost']
const TITLES = ['Fault', 'Rounds', 'Whole afterwards', 'Refused in words', 'Lost', 'Besides']

const besides = ({ fault, rounds, whole, refused, lost, seed, more = {}, ...counts }) =>
  Object.entries({ ...counts, ...more })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')

const line = (cells) => `| ${cells.join(' | ')} |`

/** What the rounds of every fault came to, one line for each and one for all of them, as a table in Markdown. */
export function faultTable(tallies) {
  const rows = tallies.filter(Boolean).sort((a, b) => a.fault.localeCompare(b.fault, 'en'))
  const sum = (column) => rows.reduce((total, row) => total + row[column], 0)
  const all = { fault: 'All', ...Object.fromEntries(COLUMNS.slice(1).map((column) => [column, sum(column)])) }
  return [
    line(TITLES),
    line(TITLES.map((_, index) => (index > 0 && index < COLUMNS.length ? '---:' : '---'))),
    ...[...rows, all].map((row) => line([...COLUMNS.map((column) => row[column]), besides(row)])),
  ].join('\n')
}
