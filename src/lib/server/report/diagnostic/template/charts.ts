/** Charts drawn with shapes, as Typst: bars, a line, ranges of ranks, small multiples. Their shares are worked out before. */
export const CHARTS = String.raw`
// A share of the way, from the side where reading begins.
#let from-start(share, width: 0) = 100% * if mirrored { 1 - share - width } else { share }
#let span-rect(span, height, ..looks) = place(top + left, dx: from-start(span.from, width: span.to - span.from), rect(width: calc.max(0.003, span.to - span.from) * 100%, height: height, ..looks))
#let upright(share, height, dy: 0mm, stroke) = place(top + left, dx: from-start(share), dy: dy, line(angle: 90deg, length: height, stroke: stroke))
#let key(swatch, label) = box(swatch + sym.space.nobreak + label)

#let series-looks = (
  (fill: colour.primary, stroke: 0.5pt + colour.primary),
  (fill: hatch(colour.accent, colour.paper), stroke: 0.5pt + colour.accent),
)

// A short one is not parted.
#let bars-block(b) = block(above: 6mm, breakable: b.categories.len() > 16, {
  let several = b.series.len() > 1
  titled(b.title, unit: b.unit, numbers: if several { () } else { b.series.at(0).refs })
  if several {
    block(above: 0mm, below: 2.4mm, sticky: true, text(size: small, b.series.enumerate().map(((i, s)) => key(box(width: 5mm, height: 2.4mm, baseline: 0.2mm, rect(width: 100%, height: 100%, ..series-looks.at(i))), s.name + refs(s.refs))).join(h(6mm))))
  }
  let tall = if several { 2.6mm } else { 3.6mm }
  grid(
    columns: (58mm, 1fr, auto),
    column-gutter: 2.4mm,
    inset: (y: 1mm),
    align: horizon,
    stroke: (x, y) => if y > 0 { (top: hair) },
    ..b.categories.enumerate().map(((i, category)) => (
      category,
      stack(spacing: 0.5mm, ..b.series.enumerate().map(((k, s)) => {
        let bar = s.bars.at(i)
        box(width: 100%, height: tall, {
          if bar.span != none { span-rect(bar.span, tall, ..series-looks.at(k)) }
          upright(b.zero, tall, 0.6pt + colour.ink)
        })
      })),
      stack(spacing: 0.5mm, ..b.series.map(s => {
        let bar = s.bars.at(i)
        box(height: tall, align(end + horizon, text(size: 0.84em, fill: if bar.span == none { colour.muted } else { colour.ink }, top-edge: "cap-height", bottom-edge: "baseline", numeral(bar.text) + refs(bar.refs))))
      })),
    )).flatten(),
  )
  remark(b.note)
})

#let line-block(b) = block(above: 6mm, breakable: false, {
  titled(b.title, unit: b.unit, numbers: b.refs)
  let (tall, side) = (40mm, 6mm)
  let rows = b.points.map(p => p.row).fold(0, calc.max) + 1
  let drawn = tall + 6mm + rows * 7.2mm
  block(width: 100%, height: drawn + 4mm, inset: (top: 4mm), layout(size => {
    let wide = size.width - 2 * side
    // Time runs from left to right in every language, as numbers do.
    let x(share) = side + wide * share
    let y(share) = tall * (1 - share)
    for tick in b.grid {
      place(top + left, dy: y(tick.share), line(length: 100%, stroke: if tick.share == 0 { 0.7pt + colour.ink } else { hair }))
      place(top + left, dy: y(tick.share) - 2.7mm, text(size: 6.6pt, fill: colour.muted, latin(tick.label)))
    }
    for (i, p) in b.points.enumerate() {
      let under = tall + 2.6mm + p.row * 7.2mm
      place(top + left, line(start: (x(p.x), y(p.y)), end: (x(p.x), tall), stroke: (paint: colour.muted, thickness: 0.4pt, dash: "densely-dotted")))
      place(top + left, line(start: (x(p.x), tall), end: (x(p.at), under), stroke: 0.4pt + colour.muted))
      if i > 0 {
        let before = b.points.at(i - 1)
        place(top + left, line(start: (x(before.x), y(before.y)), end: (x(p.x), y(p.y)), stroke: 1.2pt + colour.primary))
      }
    }
    for p in b.points {
      let under = tall + 3.2mm + p.row * 7.2mm
      place(top + left, dx: x(p.x) - 0.95mm, dy: y(p.y) - 0.95mm, circle(radius: 0.95mm, fill: white, stroke: 1.1pt + colour.primary))
      place(top + left, dx: x(p.at) - 15mm, dy: under, box(width: 30mm, align(center, box(fill: white, outset: (x: 0.5mm, y: 0.4mm), {
        set par(leading: 0.35em)
        text(size: 7.4pt, { strong(numeral(p.text)); refs(p.refs); linebreak(); text(size: 0.92em, fill: colour.muted, numeral(p.label)) })
      }))))
    }
  }))
  block(above: 1mm, text(size: small, key(box(width: 6mm, height: 2mm, baseline: 0.1mm, { place(horizon + left, line(length: 6mm, stroke: 1.2pt + colour.primary)); place(horizon + left, dx: 2.2mm, circle(radius: 0.8mm, fill: white, stroke: 1pt + colour.primary)) }), b.name)))
  remark(b.note)
})

// Runs of lines under a head that every page repeats; a run is not parted. Cells over several rows would do the same, at twice the time.
#let kept-together(head, runs) = table(
  columns: (1fr,),
  inset: 0mm,
  stroke: none,
  table.header(head),
  ..runs.map(run => table.cell(breakable: run.breakable, run.body)),
)

#let ranges-block(b) = {
  titled(b.title, unit: b.unit)
  set par(leading: 0.42em)
  let tall = 5mm
  let row(stroke, inset, ..cells) = grid(
    columns: (1.25fr, 1.5fr, 34mm),
    align: (start + horizon, horizon, end + horizon),
    inset: (x, y) => (y: inset, x: if x == 1 { 2.4mm } else { 0mm }),
    stroke: (bottom: stroke),
    ..cells,
  )
  let range-of(item) = if item == none { block(inset: (top: 2mm), muted(b.note)) } else {
    let paint = if item.type == none { colour.muted } else { rgb(d.types.at(item.type)) }
    row(
      hair,
      1mm,
      {
        text(size: 0.96em, item.label)
        if item.typeName != "" { linebreak(); type-mark(item.type) + sym.space.nobreak + text(size: 0.78em, fill: colour.muted, item.typeName) }
      },
      box(width: 100%, height: tall, {
        place(horizon + left, line(length: 100%, stroke: hair))
        place(horizon + left, dx: from-start(item.low, width: item.high - item.low), rect(width: calc.max(0.008, item.high - item.low) * 100%, height: 2.2mm, radius: 1.1mm, fill: paint, stroke: 0.5pt + colour.ink))
        upright(item.nominal, tall, 1.4pt + colour.ink)
      }),
      text(size: 0.86em, numeral(item.text) + refs(item.refs)),
    )
  }
  let head = row(
    0.7pt + colour.primary,
    1mm,
    [],
    text(size: 0.8em, fill: colour.muted, grid(columns: (1fr, 1fr), align: (here-side, far-side), b.ends.at(0), b.ends.at(1))),
    // Repeated on every page, and the sources with it.
    refs(b.refs, bare: true),
  )
  kept-together(head, b.runs.map(run => (body: stack(..run.map(range-of)), breakable: false)))
}

#let panel-head(p) = block(width: 100%, stroke: (top: 0.8pt + colour.primary), inset: (top: 1.8mm), below: 0mm, {
  strong(text(size: 0.94em, p.title))
  linebreak()
  muted(p.unit + refs(p.refs))
})
#let panel-of(p) = {
  let tall = 4.3mm
  set text(size: 0.8em)
  grid(
    columns: (19mm, 1fr, auto),
    column-gutter: 1.4mm,
    align: horizon,
    ..p.items.map(item => {
      let dress = body => if item.isHere { strong(body) } else { body }
      (
        box(height: tall, align(start + horizon, dress(item.label))),
        box(width: 100%, height: tall, {
          if item.span != none { place(dy: 0.6mm, box(width: 100%, span-rect(item.span, tall - 1.2mm, fill: if item.isHere { colour.primary } else { colour.tint }, stroke: 0.5pt + colour.primary))) }
          upright(p.zero, tall, 0.5pt + colour.ink)
          if p.whole != none { upright(p.whole.at, tall, 1.2pt + colour.accent) }
        }),
        box(height: tall, align(end + horizon, text(fill: if item.span == none { colour.muted } else { colour.ink }, dress(numeral(item.text)) + refs(item.refs)))),
      )
    }).flatten(),
  )
  if p.whole != none {
    block(above: 1.6mm, key(box(width: 1.6mm, height: 2.4mm, baseline: 0.3mm, place(top + left, dx: 0.6mm, line(angle: 90deg, length: 2.4mm, stroke: 1.2pt + colour.accent))), p.whole.label + " " + numeral(p.whole.text) + refs(p.whole.refs)))
  }
}

#let multiples-block(b) = {
  titled(b.title, unit: b.unit)
  for (i, row) in b.panels.chunks(3).enumerate() {
    set par(leading: 0.45em)
    // The bars of a row begin at one height, however long the titles are.
    block(above: if i == 0 { 0mm } else { 5mm }, breakable: false, grid(columns: (1fr, 1fr, 1fr), column-gutter: 6mm, row-gutter: 2mm, ..row.map(panel-head), ..([],) * (3 - row.len()), ..row.map(panel-of)))
  }
  remark(b.note)
}
`;
