// Everything of ours that the bench of the search needs, so that it is one program with one memory.
export { namesIn } from '../src/analysis/search/searchableTexts'
export { searchNodes } from '../src/analysis/search/searchNodes'
export { vocabularyOf } from '../src/analysis/search/wordIndex'
export { fold } from '../src/model/nodeNames'
export { columnGraph } from './columns'
