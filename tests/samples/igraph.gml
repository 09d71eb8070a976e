Creator "igraph version 0.10.4 Fri Feb 20 09:12:10 2026"
Version 1
graph
[
  directed 0
  node
  [
    id 0
    name "Zachary"
    faction 1
  ]
  node
  [
    id 1
    name "John A"
    faction 2
  ]
  edge
  [
    source 1
    target 0
    weight 4.5
  ]
]
