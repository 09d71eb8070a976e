/** The kernel's sources, compiled by `vite.config.ts`. */
declare module 'virtual:force-kernel' {
  /** The WebAssembly module, as base64: a worker has it without asking for it. */
  export const kernel: string
}
