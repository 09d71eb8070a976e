/** The id of a suggestion's element, by the id of the search bar. */
export const suggestionElementId = (id: string, index: number): string => `${id}suggestion${index}`
