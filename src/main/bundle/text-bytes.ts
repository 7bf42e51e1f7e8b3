const FIRST_ROOM = 64 * 1024
/** Bytes of UTF-8 that one unit of a JavaScript text takes at most. */
const MOST_BYTES = 3

/**
 * Makes a function that turns texts into UTF-8, one behind the other. Each is encoded by itself, because to join a
 * thousand rows to one text first costs twice as much as to encode them.
 */
export function textBytes(): (texts: Iterable<string>) => Uint8Array {
  let room = Buffer.alloc(FIRST_ROOM)
  return (texts) => {
    let end = 0
    for (const text of texts) {
      const most = end + text.length * MOST_BYTES
      if (most > room.length) {
        const larger = Buffer.alloc(Math.max(most, 2 * room.length))
        room.copy(larger, 0, 0, end)
        room = larger
      }
      end += room.write(text, end)
    }
    // Whoever takes them may keep them while the next are made.
    return Buffer.from(room.subarray(0, end))
  }
}
