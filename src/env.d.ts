/// <reference types="vite/client" />

declare module 'virtual:kizuna-data' {
  /** Where the compiled data set is fetched from. */
  export const bundledUrl: string
}
