import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

const promised = (start) =>
  new Promise((resolve, reject) => start((error, value) => (error ? reject(error) : resolve(value))))

/** Unpacks the files of a zip for which `place(name)` answers a path below `folder`; their modes are kept. */
export async function unzip(zipFile, folder, place) {
  const { default: yauzl } = await import('yauzl')
  const zip = await promised((done) => yauzl.open(zipFile, { lazyEntries: true, autoClose: true }, done))
  const unpack = async (entry) => {
    const path = entry.fileName.endsWith('/') ? null : place(entry.fileName)
    if (!path) return
    const target = join(folder, path)
    mkdirSync(dirname(target), { recursive: true })
    const mode = (entry.externalFileAttributes >>> 16) & 0o777
    const data = await promised((done) => zip.openReadStream(entry, done))
    await pipeline(data, createWriteStream(target, { mode: mode || 0o644 }))
  }
  await new Promise((resolve, reject) => {
    zip.on('entry', (entry) => unpack(entry).then(() => zip.readEntry(), reject))
    zip.on('end', resolve)
    zip.on('error', reject)
    zip.readEntry()
  })
}
