import type { EvidenceKind } from './kinds.ts'

/** The most points of a picture that a window draws: above every telephone's camera of 108 megapixels, below what fills the memory. */
export const MOST_PIXELS = 120_000_000

export type Size = { width: number; height: number }

/**
 * How many points a picture claims to have, from its first bytes; null where they do not say. A file of a few kilobytes
 * can claim billions, and drawing it takes four bytes for each.
 */
export function claimedSize(kind: EvidenceKind, bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    switch (kind) {
      case 'png':
        return { width: view.getUint32(16), height: view.getUint32(20) }
      case 'gif':
        return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
      case 'jpeg':
        return jpegSize(view)
      case 'webp':
        return webpSize(view)
      default:
        return null
    }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Whether a window may draw a picture of this size. */
export function isDrawable({ width, height }: Size): boolean {
  return width * height <= MOST_PIXELS
}

/** Walks the parts of a JPEG file to the one that begins a frame (ITU T.81, B.2.2). */
function jpegSize(view: DataView): Size | null {
  for (let at = 2; at < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    // Fill bytes may stand before a marker, and a part cannot be shorter than its own length.
    at += marker === 0xff ? 1 : 2 + Math.max(2, view.getUint16(at + 2))
  }
  return null
}

/** The three kinds of WebP keep their size in places of their own (RFC 9649). */
function webpSize(view: DataView): Size | null {
  const u24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
  switch (view.getUint32(12)) {
    case 0x56503858:
      return { width: u24(24) + 1, height: u24(27) + 1 }
    case 0x5650384c: {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 0x56503820:
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    default:
      return null
  }
}
