// Everything of ours that the bench of the search needs, so that it is one program with one memory.
export { namesIn } from '../src/analysis/texts'
export { searchNodes } from '../src/analysis/search'
export { vocabularyOf } from '../src/analysis/vocabulary'
export { fold } from '../src/model/names'
export { columnGraph } from './columns'
