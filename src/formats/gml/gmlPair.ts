/** A key with its value: a number, a text, or a list of key-value pairs. */
export type GmlPair = readonly [key: string, value: number | string | GmlPairs]
export type GmlPairs = readonly GmlPair[]

/** The number or text of a key; undefined if there is none, or if it is a list. */
export const valueOfGmlKey = (list: GmlPairs, key: string): string | number | undefined => {
  const value = list.find(([name]) => name === key)?.[1]
  return typeof value === 'object' ? undefined : value
}

/** The list of a key; empty if there is none. */
export const listOfGmlKey = (list: GmlPairs, key: string): GmlPairs => {
  const value = list.find(([name]) => name === key)?.[1]
  return typeof value === 'object' ? value : []
}
