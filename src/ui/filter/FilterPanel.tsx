import type { ReactNode } from 'react'
import classes from './FilterPanel.module.css'
import { SearchBar } from './SearchBar'

/**
 * Everything that narrows the graph: the search bar, which accepts input from the first moment, and below it what is loaded
 * after the first picture (`FilterPanelContents`).
 */
export const FilterPanel = ({ children }: { readonly children: ReactNode }) => (
  <div className={classes.rail}>
    <SearchBar />
    <div className={classes.scroll}>{children}</div>
  </div>
)
