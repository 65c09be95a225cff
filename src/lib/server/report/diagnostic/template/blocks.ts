/** How each kind of block is set, and the chapters one after the other. */
export const BLOCKS = String.raw`
#let facts-block(b) = {
  let count = b.facts.len()
  let across = if count == 5 or count == 6 or count < 3 { 3 } else { calc.min(4, count) }
  grid(columns: (1fr,) * across, column-gutter: 4mm, row-gutter: 4mm, ..b.facts.map(fact => block(
    width: 100%, breakable: false, fill: colour.paper, stroke: (top: 1pt + colour.primary), inset: (x: 3mm, top: 2.6mm, bottom: 2.8mm),
    {
      set par(leading: 0.45em)
      headline(fact.text, 14pt)
      refs(fact.refs)
      block(above: 2mm, below: 0mm, text(size: 0.9em, fact.label))
      if fact.note != "" { block(above: 1.5mm, below: 0mm, muted(fact.note)) }
    },
  )))
}

#let points-of(points) = grid(columns: (auto, 1fr), column-gutter: 1.6mm, row-gutter: 2.2mm, ..points.map(point => (bullet, cited(point))).flatten())
#let points-block(b) = { titled(b.title); points-of(b.points) }

#let notice-block(b) = block(width: 100%, breakable: false, above: 5mm, fill: colour.paper, stroke: (if mirrored { "right" } else { "left" }: 2pt + colour.saffron), inset: (x: 3.6mm, y: 2.8mm), grid(
  columns: (auto, 1fr), column-gutter: 2.6mm, caution, b.text,
))

#let quadrants-block(b) = grid(
  columns: (1fr, 1fr),
  column-gutter: 5mm,
  row-gutter: 5mm,
  ..b.items.map(item => block(width: 100%, breakable: item.points.len() > 9, stroke: (top: 1pt + colour.primary), fill: colour.paper, inset: (x: 3.4mm, top: 3mm, bottom: 3.4mm), {
    block(below: 3mm, sticky: true, grid(columns: (auto, 1fr), column-gutter: 2mm, align: horizon, quadrant-signs.at(item.key), text(size: 1.08em, weight: 600, fill: colour.primary, item.title)))
    if item.points.len() == 0 { muted("–") } else { points-of(item.points) }
  })),
)

#let renderers = (
  facts: facts-block, points: points-block, notice: notice-block, table: table-block, bars: bars-block, line: line-block,
  ranges: ranges-block, multiples: multiples-block, map: map-block, quadrants: quadrants-block,
)

#let opening(number, title, target) = block(above: 0mm, below: 5mm, breakable: false, sticky: true, width: 100%, stroke: (bottom: 0.8pt + colour.primary), inset: (bottom: 2.6mm), grid(
  columns: (auto, 1fr),
  column-gutter: if number == "" { 0mm } else { 4mm },
  align: bottom,
  text(size: 25pt, weight: 600, fill: colour.accent, top-edge: "cap-height", bottom-edge: "baseline", number),
  [#heading(level: 1, title)#target],
))
#show heading.where(level: 1): it => text(size: 18pt, weight: 600, fill: colour.primary, top-edge: "cap-height", it.body)

#let room = 74mm
#for (i, chapter) in d.chapters.enumerate() {
  // A chapter does not begin at the foot of a page: what needs this much room goes to the next one and takes none.
  if i > 0 {
    v(11mm, weak: true)
    block(breakable: false, height: room, above: 0mm, below: 0mm)
    v(-room)
  }
  opening(str(i + 1), chapter.title, label("chapter-" + str(i + 1)))
  block(below: 4.5mm, sticky: true, text(size: 1.36em, fill: colour.primary, cited(chapter.message)))
  if chapter.columns.len() > 0 {
    block(below: 5mm, grid(columns: (1fr,) * chapter.columns.len(), column-gutter: 8mm, ..chapter.columns.map(sentences => sentences.map(cited).join(parbreak()))))
  }
  for b in chapter.blocks { (renderers.at(b.kind))(b) }
}

#v(11mm, weak: true)
#block(breakable: false, height: room, above: 0mm, below: 0mm)
#v(-room)
#opening("", d.labels.sources, <sources>)
#sources-list()
`;
