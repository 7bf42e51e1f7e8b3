// Checks an export bundle of the airline's VIP service desk.
//
//   node verify-bundle.mjs BUNDLE.zip [--key PUBLIC_KEY]
//
// Needs Node 18 or newer and nothing else: no package, no network, no other file. It only reads.
// PUBLIC_KEY is the second line of the store's public-key.txt, which the desk hands out by another way than the
// bundle (or the name of a file that holds it). Without it the check proves only that the bundle is whole.
// 校验贵宾服务台的导出包。只需 Node 18 以上版本，不联网，只读取文件。请通过另一渠道向服务台索取公钥并用 --key 给出。
//
// Exit code: 0 everything agrees, 1 something does not, 2 the question was not understood.
// How a bundle is built, so that each step below can be compared with it:
//   - a zip of stored files in the order of the manifest, then manifest.json, manifest.json.minisig, public-key.txt,
//     SHA256SUMS; every byte of the zip's own headers follows from names, sizes and the time in the manifest;
//   - manifest.json names every data file with size, SHA-256 and number of rows, and is signed (minisign, Ed25519 over
//     BLAKE2b-512);
//   - chain.jsonl is a walk through the desk's audit chain: the hash of entry n is
//     SHA-256("vip-desk audit link v1\n" + hash of n-1 (32 bytes) + n (8 bytes, big-endian) + SHA-256 of its body);
//     audit.jsonl shows the bodies that the recipient may have; chain-start.txt and chain-head.txt are the signed
//     places before and after.

import { createHash, createPublicKey, verify as checkSignature } from 'node:crypto'
import fs from 'node:fs'
import zlib from 'node:zlib'

const CLOSING = ['manifest.json', 'manifest.json.minisig', 'public-key.txt', 'SHA256SUMS']
const CHUNK = 1 << 18
const MAX_TEXT = 64 << 20
const MAX_LINE = 4 << 20
const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$/

// ── what was asked ──────────────────────────────────────────────────────────────────────────────────────────────

const args = process.argv.slice(2)
const keyAt = args.indexOf('--key')
const askedKey = keyAt < 0 ? undefined : args.splice(keyAt, 2)[1]
const [bundlePath] = args
if (args.length !== 1 || bundlePath.startsWith('-') || (keyAt >= 0 && askedKey === undefined)) {
  console.error('usage: node verify-bundle.mjs BUNDLE.zip [--key PUBLIC_KEY]')
  process.exit(2)
}

const problems = []
const wrong = (file, text) => problems.push(file ? `${file}: ${text}` : text)
/** Ends the check where nothing further can be read. */
class Unreadable extends Error {}

// ── the archive ─────────────────────────────────────────────────────────────────────────────────────────────────

const openFile = () => {
  try {
    const file = fs.openSync(bundlePath, 'r')
    return { file, size: fs.fstatSync(file).size }
  } catch {
    throw new Unreadable('the file cannot be opened')
  }
}

const readAt = ({ file, size }, offset, length) => {
  if (offset + length > size) return undefined
  const bytes = Buffer.alloc(length)
  for (let done = 0; done < length; ) {
    const read = fs.readSync(file, bytes, done, length - done, offset + done)
    if (read === 0) return undefined
    done += read
  }
  return bytes
}

/** The files from the first byte on, without trusting the zip's directory. */
const scan = (archive) => {
  if (readAt(archive, 0, 22)?.toString('latin1').startsWith('age-encryption.org/v1')) {
    throw new Unreadable('the bundle is encrypted: open it first with "age -d -o BUNDLE.zip BUNDLE.age"')
  }
  const entries = []
  const names = new Set()
  for (let offset = 0; ; ) {
    const header = readAt(archive, offset, 30)
    if (!header || header.readUInt32LE(0) !== 0x04034b50) return { entries, end: offset }
    const name = readAt(archive, offset + 30, header.readUInt16LE(26))?.toString('latin1') ?? ''
    if (!PLAIN_NAME.test(name) || name.length > 100) throw new Unreadable('a file has a name that is not allowed')
    if (names.has(name.toLowerCase())) throw new Unreadable(`${name} is there twice`)
    names.add(name.toLowerCase())
    const entry = { name, offset, start: offset + 30 + name.length, size: header.readUInt32LE(18), crc: header.readUInt32LE(14) }
    if (entry.start + entry.size > archive.size || entries.length >= 1000) throw new Unreadable('the archive is damaged')
    entries.push(entry)
    offset = entry.start + entry.size
  }
}

/** The zip's own bytes as the desk writes them: local headers, directory, end record, for the time of the manifest. */
const common = (entry, wall) => {
  const bytes = Buffer.alloc(26)
  bytes.writeUInt16LE(10, 0)
  bytes.writeUInt16LE((wall.getUTCHours() << 11) | (wall.getUTCMinutes() << 5) | (wall.getUTCSeconds() >> 1), 6)
  bytes.writeUInt16LE(((wall.getUTCFullYear() - 1980) << 9) | ((wall.getUTCMonth() + 1) << 5) | wall.getUTCDate(), 8)
  bytes.writeUInt32LE(entry.crc, 10)
  bytes.writeUInt32LE(entry.size, 14)
  bytes.writeUInt32LE(entry.size, 18)
  bytes.writeUInt16LE(entry.name.length, 22)
  return bytes
}
const localHeader = (entry, wall) => Buffer.concat([Buffer.from('504b0304', 'hex'), common(entry, wall), Buffer.from(entry.name, 'latin1')])
const directory = (entries, offset, wall) => {
  const rows = entries.map((entry) => {
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50, 0)
    head.writeUInt16LE((3 << 8) | 20, 4)
    common(entry, wall).copy(head, 6)
    head.writeUInt32LE(0o100644 * 0x10000, 38)
    head.writeUInt32LE(entry.offset, 42)
    return Buffer.concat([head, Buffer.from(entry.name, 'latin1')])
  })
  const all = Buffer.concat(rows)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(all.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([all, end])
}
const checkContainer = (archive, { entries, end }, createdAt) => {
  const wall = new Date(Date.parse(createdAt) + 8 * 3_600_000)
  const year = wall.getUTCFullYear()
  // An archive counts years from 1980 in seven bits.
  if (!(year >= 1980 && year < 2108)) return wrong('manifest.json', 'the moment it was made is none that an archive can have')
  for (const entry of entries) {
    const header = localHeader(entry, wall)
    if (!readAt(archive, entry.offset, header.length)?.equals(header)) wrong(entry.name, 'its header in the archive was changed')
  }
  const expected = directory(entries, end, wall)
  if (archive.size - end !== expected.length || !readAt(archive, end, expected.length)?.equals(expected)) {
    wrong('', 'the archive was cut, has bytes added, or its directory was changed')
  }
}

function* piecesOf(archive, entry) {
  for (let at = 0; at < entry.size; at += CHUNK) yield readAt(archive, entry.start + at, Math.min(CHUNK, entry.size - at))
}
const textOf = (archive, entry) => {
  if (!entry || entry.size > MAX_TEXT) return ''
  const bytes = Buffer.concat([...piecesOf(archive, entry)])
  const text = bytes.toString('utf8')
  return Buffer.from(text).equals(bytes) ? text : ''
}
/** Lines ended by LF; one that is too long comes as an empty one and so is refused. */
function* linesOf(archive, entry) {
  let rest = Buffer.alloc(0)
  for (const piece of entry ? piecesOf(archive, entry) : []) {
    rest = Buffer.concat([rest, piece])
    let from = 0
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10, from)) {
      yield rest.toString('utf8', from, end)
      from = end + 1
    }
    rest = rest.subarray(from)
    if (rest.length > MAX_LINE) break
  }
  if (rest.length > 0) yield ''
}

// ── rows of the data files, counted from their bytes ────────────────────────────────────────────────────────────

const csvRows = (archive, entry) => {
  let [records, isQuoted, last] = [0, false, 10]
  for (const piece of piecesOf(archive, entry)) {
    for (const byte of piece) {
      if (byte === 34) isQuoted = !isQuoted
      else if (byte === 10 && !isQuoted) records += 1
      last = byte
    }
  }
  return isQuoted || last !== 10 ? -1 : records - 1
}
const lineRows = (archive, entry) => {
  let [lines, last] = [0, 10]
  for (const piece of piecesOf(archive, entry)) {
    for (const byte of piece) if (byte === 10) lines += 1
    last = piece[piece.length - 1]
  }
  return last === 10 ? lines : -1
}
const jsonRows = (archive, entry) => {
  try {
    const value = JSON.parse(Buffer.concat([...piecesOf(archive, entry)]).toString('utf8'))
    return Array.isArray(value) ? value.length : 1
  } catch {
    return -1
  }
}
/** Rows of all sheets of a workbook without their heads: `<row r="` can stand nowhere else, because texts are escaped. */
const workbookRows = async (archive, entry) => {
  try {
    const bytes = Buffer.concat([...piecesOf(archive, entry)])
    const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'))
    let rows = 0
    for (let at = bytes.readUInt32LE(end + 16), left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
      const [packed, length] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)]
      const name = bytes.toString('utf8', at + 46, at + 46 + length)
      const local = bytes.readUInt32LE(at + 42)
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
      if (name.startsWith('xl/worksheets/')) rows += (await rowsIn(bytes.subarray(start, start + packed))) - 1
      at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    }
    return rows
  } catch {
    return -1
  }
}
const rowsIn = async (packed) => {
  let [rows, rest] = [0, Buffer.alloc(0)]
  const inflate = zlib.createInflateRaw()
  inflate.end(packed)
  for await (const piece of inflate) {
    const bytes = Buffer.concat([rest, piece])
    for (let at = bytes.indexOf('<row r="'); at >= 0; at = bytes.indexOf('<row r="', at + 8)) rows += 1
    rest = bytes.subarray(Math.max(0, bytes.length - 7))
  }
  return rows
}
const ROWS = { csv: csvRows, jsonl: lineRows, json: jsonRows, xlsx: workbookRows, pdf: () => null, text: () => null }

// ── signatures ──────────────────────────────────────────────────────────────────────────────────────────────────

const base64 = (text) => {
  const bytes = Buffer.from(text ?? '', 'base64')
  return bytes.toString('base64') === text ? bytes : Buffer.alloc(0)
}
const isSignedBy = (publicKey, bytes, signature) => {
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey])
  return checkSignature(null, bytes, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature)
}
/** The 42 bytes of a public key: `Ed`, 8 bytes of id, 32 bytes of Ed25519. */
const readKey = (text) => {
  const lines = text.trim().split('\n')
  const bytes = base64(lines[lines.length - 1].trim())
  return bytes.length === 42 && bytes.toString('latin1', 0, 2) === 'Ed' ? bytes : undefined
}
const keyName = (key) => Buffer.from(key.subarray(2, 10)).reverse().toString('hex').toUpperCase()

const checkManifestSignature = (key, manifestText, signatureText) => {
  const form = /^untrusted comment: [^\n]*\n([A-Za-z0-9+/=]{100})\ntrusted comment: ([^\n]*)\n([A-Za-z0-9+/=]{88})\n$/
  const [, line, comment, global] = form.exec(signatureText) ?? []
  const [signature, whole] = [base64(line), base64(global)]
  if (signature.length !== 74 || whole.length !== 64) return false
  if (signature.toString('latin1', 0, 2) !== 'ED' || !signature.subarray(2, 10).equals(key.subarray(2, 10))) return false
  const publicKey = key.subarray(10)
  const digest = createHash('blake2b512').update(manifestText).digest()
  const isFileSigned = isSignedBy(publicKey, digest, signature.subarray(10))
  return isFileSigned && isSignedBy(publicKey, Buffer.concat([signature.subarray(10), Buffer.from(comment)]), whole)
}
/** A signed place in the chain (a C2SP signed note): origin, number of entries, hash of the last in base64. */
const isSignedPlace = (key, storeId, note, place) => {
  const [, text, name, encoded] = /^((?:[^\n]+\n){3})\n— (\S+) ([A-Za-z0-9+/]+={0,2})\n$/.exec(note) ?? []
  const origin = `vip-desk/audit/${storeId}`
  const bytes = base64(encoded)
  const publicKey = key.subarray(10)
  const id = createHash('sha256').update(Buffer.concat([Buffer.from(`${origin}\n\x01`), publicKey])).digest().subarray(0, 4)
  const expected = `${origin}\n${place.sequence}\n${Buffer.from(place.hash, 'hex').toString('base64')}\n`
  if (text !== expected || name !== origin || bytes.length !== 68 || !bytes.subarray(0, 4).equals(id)) return false
  return isSignedBy(publicKey, Buffer.from(text), bytes.subarray(4))
}

// ── the audit chain ─────────────────────────────────────────────────────────────────────────────────────────────

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex')
const link = (previous, sequence, bodyHash) => {
  const number = Buffer.alloc(8)
  number.writeBigUInt64BE(BigInt(sequence))
  return sha256('vip-desk audit link v1\n', Buffer.from(previous, 'hex'), number, Buffer.from(bodyHash, 'hex'))
}
const parse = (line) => {
  try {
    return JSON.parse(line) ?? {}
  } catch {
    return {}
  }
}
const checkChain = (archive, byName, manifest, key) => {
  const { start, head, shown } = manifest.audit
  const { storeId } = manifest
  if (start.sequence === 0) {
    if (start.hash !== sha256(`vip-desk audit genesis v1\n${storeId}`)) wrong('', "the chain does not begin at this store's beginning")
  } else if (!isSignedPlace(key, storeId, textOf(archive, byName.get('chain-start.txt')), start)) {
    wrong('chain-start.txt', 'the place before the entries is not signed')
  }
  if (!isSignedPlace(key, storeId, textOf(archive, byName.get('chain-head.txt')), head)) {
    wrong('chain-head.txt', 'the place after the entries is not signed')
  }
  const bodies = new Map()
  for (const line of linesOf(archive, byName.get('audit.jsonl'))) {
    const { sequence, body } = parse(line)
    if (!Number.isSafeInteger(sequence) || typeof body !== 'string') return wrong('audit.jsonl', 'a line is no entry')
    bodies.set(sequence, sha256(body))
  }
  if (bodies.size !== shown) wrong('audit.jsonl', 'the number of entries is not the one in the manifest')
  let [place, hash] = [start.sequence, start.hash]
  for (const line of linesOf(archive, byName.get('chain.jsonl'))) {
    const { sequence, bodyHash } = parse(line)
    place += 1
    if (sequence !== place || !/^[0-9a-f]{64}$/.test(bodyHash)) return wrong('chain.jsonl', `entry ${place} is missing or was moved`)
    if (bodies.has(place) && bodies.get(place) !== bodyHash) return wrong('audit.jsonl', `entry ${place} was changed`)
    bodies.delete(place)
    hash = link(hash, place, bodyHash)
  }
  if (place !== head.sequence || hash !== head.hash) wrong('chain.jsonl', 'the chain does not lead to the head in the manifest')
  if (bodies.size > 0) wrong('audit.jsonl', 'an entry lies outside the chain')
}

// ── files, sums and counts ──────────────────────────────────────────────────────────────────────────────────────

const checkFiles = async (archive, entries, manifest) => {
  const listed = new Map(manifest.files.map((file) => [file.name, file]))
  let sums = ''
  for (const entry of entries) {
    const digest = createHash('sha256')
    for (const piece of piecesOf(archive, entry)) digest.update(piece)
    const hash = digest.digest('hex')
    const file = listed.get(entry.name)
    if (entry.name !== 'SHA256SUMS') sums += `${hash}  ${entry.name}\n`
    if (!file) continue
    if (entry.size !== file.size) wrong(entry.name, 'the file has another size')
    else if (hash !== file.sha256) wrong(entry.name, 'the file was changed')
    else if ((await ROWS[file.kind]?.(archive, entry)) !== file.rows) wrong(entry.name, 'the file has another number of rows')
  }
  if (textOf(archive, entries.find(({ name }) => name === 'SHA256SUMS')) !== sums) wrong('SHA256SUMS', 'the list of sums does not fit')
}
const checkNames = (entries, manifest) => {
  const expected = [...manifest.files.map(({ name }) => name), ...CLOSING]
  const found = entries.map(({ name }) => name)
  for (const name of expected) if (!found.includes(name)) wrong(name, 'the file is missing')
  for (const name of found) if (!expected.includes(name)) wrong(name, 'the manifest does not know this file')
  if (problems.length === 0 && found.join('/') !== expected.join('/')) wrong('', 'the files are not in their order')
}
const checkCounts = ({ counts = [], files }) => {
  for (const { table, inStore, left, heldBack } of counts) {
    const name = `${table.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.csv`
    const file = files.find((one) => one.name === name)
    if (left + heldBack !== inStore) wrong(name, 'the rows that left and those held back are not those of the store')
    if (file?.rows !== left) wrong(name, 'the table has not as many rows as the manifest says have left')
  }
}

// ── the check and what it proves ────────────────────────────────────────────────────────────────────────────────

const check = async () => {
  const archive = openFile()
  const scanned = scan(archive)
  const byName = new Map(scanned.entries.map((entry) => [entry.name, entry]))
  const manifestText = textOf(archive, byName.get('manifest.json'))
  const manifest = parse(manifestText)
  const isOurs = manifest.format === 'vip-desk-export' && (manifest.version === 1 || manifest.version === 2)
  if (!isOurs || `${JSON.stringify(manifest, null, 2)}\n` !== manifestText) throw new Unreadable('manifest.json is missing or malformed')
  const key = readKey(textOf(archive, byName.get('public-key.txt')))
  if (!key) throw new Unreadable('public-key.txt is missing or malformed')
  if (askedKey !== undefined) {
    const pinned = readKey(fs.existsSync(askedKey) ? fs.readFileSync(askedKey, 'utf8') : askedKey)
    if (!pinned) throw new Unreadable('the key given with --key is no public key')
    if (!pinned.equals(key)) wrong('public-key.txt', 'the bundle is signed with another key than yours')
  }
  if (manifest.keyId !== keyName(key) || !checkManifestSignature(key, manifestText, textOf(archive, byName.get('manifest.json.minisig')))) {
    wrong('manifest.json.minisig', 'the manifest is not signed with the public key')
  }
  checkNames(scanned.entries, manifest)
  checkContainer(archive, scanned, manifest.createdAt)
  await checkFiles(archive, scanned.entries, manifest)
  checkCounts(manifest)
  checkChain(archive, byName, manifest, key)
  return { manifest, key }
}

const tell = ({ manifest, key }) => {
  const { audit, counts = [], redaction, subject } = manifest
  const sum = (name) => counts.reduce((all, one) => all + one[name], 0)
  const proved = [
    `The manifest is signed with key ${keyName(key)}${askedKey === undefined ? ', WHICH WAS NOT COMPARED with one you know' : ', the one you gave'}.`,
    `It was made ${manifest.createdAt} for "${manifest.requester.name}", purpose "${manifest.purpose}", about ${subject.kind} ${subject.id ?? ''}.`,
    `All ${manifest.files.length} data files are as they were signed; nothing was added, left out or moved.`,
    `The audit chain leads without a gap from entry ${audit.start.sequence} to the signed entry ${audit.head.sequence}; ${audit.shown} entries are shown in words.`,
    ...(counts.length > 0 ? [`The desk held ${sum('inStore')} rows: ${sum('left')} are here, ${sum('heldBack')} were held back.`] : []),
    ...(redaction ? [`Version for: ${redaction.profile}; ${redaction.replaced.length} columns replaced, ${redaction.without.length} tables left out.`] : []),
  ]
  console.log(['OK  验证通过', ...proved.map((line) => `  - ${line}`)].join('\n'))
  console.log('Not proved: that what was written into the desk was true, and that nothing was exported besides this bundle.')
  if (askedKey === undefined) console.log('Give --key with the public key that the desk told you by another way to know who signed.')
}

try {
  const result = await check()
  if (problems.length === 0) tell(result)
} catch (error) {
  problems.push(error instanceof Unreadable ? error.message : 'the bundle is damaged beyond reading')
}
if (problems.length > 0) {
  console.log(['NOT GENUINE  验证未通过', ...problems.map((line) => `  - ${line}`)].join('\n'))
  process.exitCode = 1
}
