import { crc32, deflateSync } from 'node:zlib'
import type { EvidenceKind } from '../../src/shared/evidence/kinds.ts'

type Picture = { name: string; kind: EvidenceKind; bytes: Buffer }

const ascii = (text: string) => Buffer.from(text, 'latin1')

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([ascii(type), data])
  return Buffer.concat([u32(data.length), body, u32(crc32(body))])
}

/** A PNG file of a few bytes with any size in its head; as many whole rows of one bit a point as are asked for. */
export function png(width: number, height: number, rows = height): Buffer {
  const head = Buffer.concat([u32(width), u32(height), Buffer.from([1, 0, 0, 0, 0])])
  const data = deflateSync(Buffer.alloc((1 + Math.ceil(width / 8)) * rows))
  const parts = [chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts])
}

/** A GIF file of any size in its head and any number of frames of one point. */
export function gif(width: number, height: number, frames: number): Buffer {
  const head = Buffer.alloc(13)
  head.write('GIF89a', 'latin1')
  head.writeUInt16LE(width, 6)
  head.writeUInt16LE(height, 8)
  head[10] = 0x80
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0])
  const body = Buffer.alloc(frame.length * frames, frame)
  return Buffer.concat([head, Buffer.from([0, 0, 0, 255, 255, 255]), body, Buffer.from([0x3b])])
}

function jpeg(width: number, height: number): Buffer {
  const frame = [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]
  return Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xc0, 0, 11, ...frame, 0xff, 0xd9])
}

function webp(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(40)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(32, 4)
  bytes.write('WEBPVP8L', 8, 'latin1')
  bytes.writeUInt32LE(20, 16)
  bytes[20] = 0x2f
  bytes.writeUInt32LE(((width - 1) | ((height - 1) << 14)) >>> 0, 21)
  return bytes
}

/** Pictures of a few bytes that claim more points than any memory holds. */
export const bombs: readonly Picture[] = [
  { name: 'giant.png', kind: 'png', bytes: png(60_000, 60_000, 1) },
  { name: 'giant.gif', kind: 'gif', bytes: gif(65_535, 65_535, 1) },
  { name: 'giant.jpg', kind: 'jpeg', bytes: jpeg(65_500, 65_500) },
  { name: 'giant.webp', kind: 'webp', bytes: webp(16_384, 16_384) },
]

/** Pictures that begin like one and are none, or go on like none other. */
export const oddPictures: readonly Picture[] = [
  { name: 'cut.png', kind: 'png', bytes: png(64, 64).subarray(0, 40) },
  { name: 'broken.jpg', kind: 'jpeg', bytes: Buffer.concat([jpeg(64, 64), Buffer.alloc(500, 7)]) },
  { name: 'frames.gif', kind: 'gif', bytes: gif(1, 1, 1_000_000) },
  { name: 'unknown.heic', kind: 'heic', bytes: Buffer.concat([u32(24), ascii('ftypheicxxxx'), Buffer.alloc(200, 9)]) },
]

/** A drawing with a program and a foreign entity in it: a form that is never taken, whatever it is called. */
export const svgWithProgram = Buffer.from(
  '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' +
    '<svg xmlns="http://www.w3.org/2000/svg" onload="window.ran=1"><script>window.ran=1</script><text>&x;</text></svg>',
)
