import { nativeImage } from 'electron'

const SIZES = [
  { scaleFactor: 1, size: 16 },
  { scaleFactor: 2, size: 32 },
]

/** A small picture for the system, drawn for screens of both densities; `draw` answers the points of one size. */
export function imageOf(draw: (size: number) => Uint8Array): Electron.NativeImage {
  const image = nativeImage.createEmpty()
  for (const { scaleFactor, size } of SIZES)
    image.addRepresentation({ scaleFactor, width: size, height: size, buffer: Buffer.from(draw(size)) })
  return image
}
