const KEPT = 64

/** Remembers what the last texts were parsed to: policies are read with every case and change almost never. */
export function remembered<T>(parse: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const value = known.get(text) ?? parse(text)
    known.delete(text)
    known.set(text, value)
    if (known.size > KEPT) known.delete(known.keys().next().value ?? '')
    return value
  }
}
