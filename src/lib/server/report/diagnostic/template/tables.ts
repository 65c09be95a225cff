/** Tables that go on over pages, and the list of sources. */
export const TABLES = String.raw`
#let cell-bar(bar) = box(width: 100%, height: 2.2mm, {
  place(horizon + left, rect(width: 100%, height: 1.3mm, fill: colour.paper, stroke: 0.3pt + colour.line))
  place(horizon + left, dx: from-start(bar.from, width: bar.to - bar.from), rect(width: calc.max(0.004, bar.to - bar.from) * 100%, height: 1.3mm, fill: colour.primary))
  if bar.tick != none { upright(bar.tick, 2.2mm, 1pt + colour.accent) }
})

// As wide as the longest list of sources of the column.
#let refs-width(column) = if column.refs == 0 { 0mm } else { 0.8mm + 1.25mm * column.refs }

#let cell-of(c, column, is-first) = {
  let said = if column.align == "end" { numeral(c.text) } else { c.text }
  let body = if is-first { strong(said) } else { said }
  let shown = if c.url == none { body } else { link(c.url, body) }
  let signs = c.marks.map(mark => marks.at(mark)).join(h(0.6mm))
  if column.align == "end" {
    let side = refs-width(column)
    grid(
      columns: (1fr, side),
      align: (end, start),
      { if c.marks.len() > 0 { signs + sym.space.nobreak }; shown },
      if c.refs.len() > 0 { h(0.5mm) + refs(c.refs, bare: true, note: false) },
    )
  } else {
    shown
    if c.marks.len() > 0 { sym.space.nobreak + signs }
    refs(c.refs, note: false)
  }
  if c.note != "" { block(above: if mirrored { 1.5mm } else { 1.1mm }, below: 0mm, text(size: 0.84em, fill: colour.muted, c.note)) }
  if c.bar != none { block(above: 1.2mm, below: 0mm, cell-bar(c.bar)) }
}

#let table-block(b) = {
  titled(b.title)
  set par(leading: 0.46em)
  set text(size: 0.9em)
  let row(cells, ..looks) = grid(
    columns: b.columns.map(c => c.share * 1fr),
    align: (x, y) => if b.columns.at(x).align == "end" { end } else { start },
    inset: (x: 1.3mm, y: 1.25mm),
    ..looks,
    ..cells,
  )
  let keys = b.marks.map(mark => key(marks.at(mark), d.labels.marks.at(mark)))
  if b.hasTick { keys.push(key(box(width: 4mm, height: 2.2mm, baseline: 0.2mm, cell-bar((from: 0, to: 0.5, tick: 0.75))), d.comparison)) }
  let foot = block(inset: (top: 2mm), {
    if keys.len() > 0 { block(above: 0mm, below: 1.8mm, text(size: 0.87em, fill: colour.muted, keys.join(h(5mm)))) }
    text(size: 0.92em, fill: colour.muted, b.note)
  })
  let line-of(line) = if line.kind == "foot" { foot } else if line.kind == "group" {
    block(width: 100%, fill: colour.tint, stroke: (bottom: hair), inset: (x: 1.3mm, y: 1.1mm), strong(text(fill: colour.primary, line.text)))
  } else { row(line.cells.enumerate().map(((k, c)) => cell-of(c, b.columns.at(k), k == 0)), stroke: (bottom: hair)) }
  kept-together(
    row(b.columns.map(c => grid.cell(align: bottom, text(size: 0.92em, weight: 600, fill: colour.muted, {
      c.label
      if c.refs > 0 { h(refs-width(c)) }
    }))), stroke: (bottom: 0.8pt + colour.primary)),
    b.runs.map(run => (body: noted(run.refs) + stack(..run.lines.map(line-of)), breakable: run.isLong)),
  )
}

#let sources-list() = {
  set par(leading: 0.46em)
  table(
    columns: (8mm, 1.7fr, 4fr, 2fr),
    inset: (x, y) => (x: if x == 0 { 0mm } else { 1.3mm }, y: 1.3mm),
    stroke: (x, y) => (top: hair),
    ..d.sources.map(s => (
      [#text(weight: 600, fill: colour.primary, str(s.number))#label("source-" + str(s.number))],
      text(size: 0.84em, weight: 600, latin(s.id)),
      text(size: 0.9em, s.text),
      {
        set text(size: 0.84em, fill: colour.muted)
        s.licence
        if s.url != none { linebreak(); link(s.url, latin(s.host)) }
      },
    )).flatten(),
  )
}
`;
