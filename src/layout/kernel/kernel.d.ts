/** The kernel's sources, compiled by `vite.config.ts`. */
declare module 'virtual:force-kernel' {
  /** The WebAssembly module as base64, so that a worker has it without a request. */
  export const kernel: string
}
