/** How each kind of block is set, as Typst. */
export const BLOCKS = String.raw`
#let text-block(b) = {
  let body = cited(b)
  if b.tone == "strong" { block(below: 0.75em, strong(body)) } else if b.tone == "muted" { block(above: 0.75em, muted(body)) } else { block(body) }
}

#let points-block(b) = stack(
  spacing: 1.7mm,
  ..b.items.map(item => grid(columns: (auto, 1fr), column-gutter: 1.6mm, signs.at(b.mark), cited(item))),
)

#let facts-block(b) = block(width: 100%, fill: colour.paper, radius: 1.5mm, inset: (x: 2.6mm, y: 0.9mm), grid(
  columns: (1fr, 1fr),
  inset: (x, y) => (y: 1.15mm, (if (x == 0) == mirrored { "left" } else { "right" }): if x == 0 { 3mm } else { 0mm }),
  stroke: (x, y) => if y > 0 { (top: hair) },
  ..b.facts.map(fact => (
    grid.cell(muted(fact.label)),
    align(end, {
      strong(fact.value)
      refs(fact.at("refs", default: ()))
      if fact.at("note", default: "") != "" { linebreak(); text(size: 0.8em, fill: colour.muted, fact.note) }
    }),
  )).flatten(),
))

#let cell(c, kind, strong-text) = {
  let note = c.at("note", default: "")
  let body = {
    if c.at("isEdited", default: false) { edited; sym.space.nobreak }
    if kind == "number" { numeral(c.text) } else { c.text }
  }
  if strong-text { strong(body) } else { body }
  refs(c.at("refs", default: ()))
  if note != "" { linebreak(); text(size: 0.8em, fill: if c.at("isEdited", default: false) { colour.accent } else { colour.muted }, note) }
}

#let table-block(b) = {
  let width = b.columns.len()
  let kind = i => b.columns.at(i).kind
  let side = i => if kind(i) == "number" { right } else { start }
  let head = b.columns.any(c => c.label != "")
  set par(leading: 0.42em)
  show table.cell: set text(size: 0.93em)
  table(
    columns: b.columns.map(c => if c.share == none { auto } else { c.share * 1fr }),
    align: (x, y) => side(x) + if y == 0 { bottom } else { top },
    inset: (x, y) => (left: if x == 0 and not mirrored { 0mm } else { 1.4mm }, right: if x == 0 and mirrored { 0mm } else { 1.4mm }, y: 1.02mm),
    stroke: none,
    ..if head { (table.header(..b.columns.map(c => text(size: 0.88em, fill: colour.muted, c.label))), table.hline(stroke: 0.7pt + colour.primary)) },
    ..b.rows.map(row => {
      let bold = row.kind != "line"
      let fill = if row.kind == "total" { colour.tint } else if row.kind == "group" { colour.paper } else { none }
      let cells = row.cells.enumerate().map(((i, c)) => table.cell(fill: fill, cell(c, kind(i), bold)))
      let rule = table.hline(stroke: if row.kind == "sum" { 0.7pt + colour.muted } else { hair })
      if row.kind == "sum" { (rule, ..cells) } else { (..cells, rule) }
    }).flatten(),
  )
}

#let reasons-block(b) = block(grid(
  columns: (38mm, 1fr),
  inset: (y: 1.1mm),
  stroke: (x, y) => if y > 0 { (top: hair) },
  ..b.items.map(item => (strong(item.label), text(size: 0.82em, fill: colour.muted, item.value))).flatten(),
))

#let task(t) = block(breakable: false, above: 1.8mm, below: 1.8mm, grid(
  columns: (auto, 1fr),
  column-gutter: 2mm,
  box(width: 3mm, height: 3mm, radius: 0.6mm, stroke: 0.8pt + colour.primary, if t.isDone { tick }),
  {
    if t.label != "" { text(size: 0.9em, fill: colour.accent, t.label + "  ") }
    strong(t.text)
    refs(t.at("refs", default: ()))
    for detail in t.details { linebreak(); text(size: 0.85em, fill: colour.muted, cited(detail)) }
  },
))

#let alerts-block(b) = block(stack(spacing: 1.5mm, ..b.alerts.map(alert => grid(
  columns: (auto, 1fr),
  column-gutter: 1.8mm,
  signs.at(alert.level),
  if alert.level == "danger" { strong(alert.text) } else { alert.text },
))))

#let source(s) = {
  set text(size: if mirrored { 6.3pt } else { 6.1pt })
  set par(leading: if mirrored { 0.56em } else { 0.4em })
  grid(
    columns: (4.5mm, 1fr),
    column-gutter: 1mm,
    [#text(fill: colour.primary, weight: 600, numeral(str(s.number)))#label("source-" + str(s.number))],
    {
      let known = ((s.vintage,) + s.ids).filter(part => part != "").map(part => text(fill: colour.muted, box(isolated(part))))
      let host = if s.url == none { () } else { (link(s.url, text(fill: colour.muted, isolated(s.host))),) }
      (..if s.text == "" { () } else { (isolated(s.text),) }, ..known, ..host).join(" · ")
    },
  )
}

#let render(b) = {
  if b.kind == "text" { text-block(b) } else if b.kind == "heading" {
    heading(level: 2, b.text)
    if b.note != "" { block(above: 0.4em, sticky: true, muted(b.note)) }
  } else if b.kind == "columns" {
    // What is short stays together; lists of tasks go on over the page.
    let long = b.columns.any(blocks => blocks.any(inner => inner.kind == "tasks"))
    block(breakable: long, grid(columns: b.shares.map(share => share * 1fr), column-gutter: 7mm, ..b.columns.map(blocks => blocks.map(render).join())))
  } else if b.kind == "points" { points-block(b) } else if b.kind == "facts" { facts-block(b) } else if b.kind == "picture" {
    box(width: 100%, height: 46mm, radius: 1.5mm, clip: true, stroke: hair, place(center + horizon, image(bytes(b.svg), format: "svg", width: 118%, alt: b.description)))
  } else if b.kind == "table" { table-block(b) } else if b.kind == "years" { years-block(b) } else if b.kind == "tornado" {
    tornado-block(b.tornado)
  } else if b.kind == "layers" { layers-block(b) } else if b.kind == "tasks" { b.tasks.map(task).join() } else if b.kind == "alerts" {
    alerts-block(b)
  } else if b.kind == "reasons" { reasons-block(b) } else if b.kind == "sources" { block(grid(columns: (1fr,) * b.columns.len(), column-gutter: 4.5mm, ..b.columns.map(entries => stack(spacing: 1.5mm, ..entries.map(source))))) }
}

#let room = 36mm
#for section in d.sections {
  // A chapter does not begin at the foot of a page: what needs this much room goes to the next one and takes none.
  block(breakable: false, height: room, above: 0mm, below: 0mm)
  v(-room)
  heading(level: 1, section.title)
  for b in section.blocks { render(b) }
}
`;
