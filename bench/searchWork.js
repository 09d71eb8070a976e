// Everything of ours that the bench of the search needs, so that it is one program with one memory.
export { searchableNodeNames } from '../src/analysis/search/searchableTexts'
export { searchNodes } from '../src/analysis/search/searchNodes'
export { wordIndexOfTexts } from '../src/analysis/search/wordIndex'
export { foldCaseAndDiacritics } from '../src/model/nodeNames'
export { columnGraph } from './columns'
