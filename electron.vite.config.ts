import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import postcssPresetMantine from 'postcss-preset-mantine'
import postcssSimpleVars from 'postcss-simple-vars'

/** The oldest runtime the same build must open in; see docs/decisions/0001-node-and-electron-runtime.md. */
const OLDEST_NODE = 'node20'
const OLDEST_CHROMIUM = 'chrome130'

const from = (...parts: string[]) => resolve(import.meta.dirname, ...parts)

/** Threads of the main process that exist in this tree: each becomes a file of its own beside index.js. */
const threads = [
  ...['engine.worker.ts', 'reader.worker.ts', 'files/xlsx.worker.ts', 'imports/fresh.worker.ts'],
  'store/sqlite/copy.worker.ts',
].filter((file) => existsSync(from('src/main', file)))

/** Packages of hundreds of small files: read as part of ours they cost a third of the time, and only what is used. */
const bundled = ['zod', 'kysely']

/** Mantine's breakpoints, for `@media (max-width: $mantine-breakpoint-sm)` in style sheets. */
const breakpoints = {
  'mantine-breakpoint-xs': '36em',
  'mantine-breakpoint-sm': '48em',
  'mantine-breakpoint-md': '62em',
  'mantine-breakpoint-lg': '75em',
  'mantine-breakpoint-xl': '88em',
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: OLDEST_NODE,
      sourcemap: true,
      externalizeDeps: { exclude: bundled },
      rollupOptions: {
        input: {
          index: from('src/main/index.ts'),
          ...Object.fromEntries(threads.map((file) => [basename(file, '.ts'), from('src/main', file)])),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: OLDEST_NODE,
      // A sandboxed preload can require nothing but electron, so everything else is bundled in.
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: from('src/main/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    css: { postcss: { plugins: [postcssPresetMantine(), postcssSimpleVars({ variables: breakpoints })] } },
    build: {
      outDir: from('out/renderer'),
      target: OLDEST_CHROMIUM,
      minify: true,
      chunkSizeWarningLimit: 800,
      rollupOptions: {
        input: { index: from('src/renderer/index.html') },
        // One file for all that the first screen stands on: each further one costs a round trip through two processes.
        output: {
          codeSplitting: {
            groups: [
              { name: 'start', tags: ['$initial'] },
              { name: 'shared', minShareCount: 2 },
            ],
          },
        },
      },
    },
  },
})
