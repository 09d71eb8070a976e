Creator	"yFiles"
Version	"2.18"
graph
[
	hierarchic	1
	label	""
	directed	1
	node
	[
		id	0
		label	"Bank"
		graphics
		[
			x	85.0
			y	100.0
			w	30.0
			h	30.0
			type	"ellipse"
			fill	"#FFCC00"
		]
		LabelGraphics
		[
			text	"Bank"
			fontSize	12
		]
	]
	node
	[
		id	1
		label	"Shipyard"
		graphics
		[
			x	250.0
			y	40.5
			type	"rectangle"
		]
	]
	edge
	[
		source	0
		target	1
		label	"finances"
		graphics
		[
			fill	"#000000"
			targetArrow	"standard"
		]
	]
]
