graph [
  directed 1
  multigraph 1
  name "Port investments"
  node [
    id 0
    label "Port of Osaka"
    kind "place"
    budget 0.0
    latitude 34.65
    longitude 135.43
  ]
  node [
    id 1
    label "Ministry of Economy, Trade and Industry"
    kind "agency"
    budget 0.0
    latitude 35.67
    longitude 139.75
  ]
  node [
    id 2
    label "&#36196;&#28580;&#20142;&#27491;"
    kind "person"
    budget 0.0
  ]
  node [
    id 3
    label "M&#252;ller &#38; S&#246;hne"
    kind "company"
    budget 12.5
    latitude 48.14
    longitude 11.58
  ]
  node [
    id 4
    label "Harbour Fund"
    kind "company"
    budget 12.5
  ]
  edge [
    source 1
    target 0
    key 0
    relation "funds"
    weight 2.5
  ]
  edge [
    source 2
    target 1
    key 0
    relation "heads"
    weight 1.0
  ]
  edge [
    source 3
    target 4
    key 0
    relation "owns"
    weight 0.6
  ]
  edge [
    source 3
    target 4
    key 1
    relation "advises"
    weight 1.0
  ]
  edge [
    source 4
    target 0
    key 0
    relation "owns"
    weight 0.4
  ]
  edge [
    source 4
    target 4
    key 0
    relation "holds"
    weight 0.1
  ]
]
