/** Charts drawn with shapes, as Typst: bars over their columns, a tornado, layers of money. */
export const CHARTS = String.raw`
#let swatch(body) = box(width: 4mm, height: 2.2mm, baseline: 0.1mm, body)
#let fills = (
  own: colour.primary,
  grant: hatch(colour.primary, colour.tint),
  loan: colour.saffron,
  gap: white,
)
#let outlines = (own: none, grant: 0.6pt + colour.primary, loan: none, gap: (paint: colour.muted, thickness: 0.7pt, dash: "dashed"))

// Money that goes out is hatched and hangs below the line of zero; what has come together is a line with rings.
#let flow-chart(chart, height) = layout(size => {
  let count = chart.years.len()
  let step = size.width / count
  let zero = height * (1 - chart.zero)
  let middle = i => if mirrored { size.width - (i + 0.5) * step } else { (i + 0.5) * step }
  let place-at(x, y, body) = place(top + left, dx: x, dy: y, body)
  box(width: 100%, height: height, {
    for (i, year) in chart.years.enumerate() {
      let tall = calc.abs(year.flow) * height
      let out = year.flow < 0
      place-at(middle(i) - step * 0.29, if out { zero } else { zero - tall }, rect(
        width: step * 0.58,
        height: calc.max(tall, 0.3pt),
        fill: if out { hatch(colour.accent, colour.paper) } else { colour.primary },
        stroke: if out { 0.6pt + colour.accent } else { none },
      ))
    }
    place-at(0mm, zero, line(length: 100%, stroke: 0.7pt + colour.ink))
    let point = i => (middle(i), zero - chart.years.at(i).cumulative * height)
    for i in range(1, count) { place(top + left, line(start: point(i - 1), end: point(i), stroke: 0.9pt + colour.ink)) }
    for i in range(count) {
      let (x, y) = point(i)
      place-at(x - 0.75mm, y - 0.75mm, circle(radius: 0.75mm, fill: white, stroke: 0.9pt + colour.ink))
    }
  })
})

#let years-block(b) = {
  let count = b.labels.len()
  let chart = b.chart
  block(below: 2.6mm, sticky: true, grid(
    columns: (1fr, auto),
    [#text(weight: 600, size: 1.08em, chart.title) \ #muted(chart.unit)],
    align(end + bottom, {
      set text(size: small)
      let keys = (
        (swatch(rect(width: 100%, height: 100%, fill: colour.primary)), chart.keys.in),
        (swatch(rect(width: 100%, height: 100%, fill: hatch(colour.accent, colour.paper), stroke: 0.6pt + colour.accent)), chart.keys.out),
        (swatch(place(dy: 1.1mm, line(length: 4mm, stroke: 0.9pt + colour.ink)) + place(dx: 1.25mm, dy: 0.35mm, circle(radius: 0.75mm, fill: white, stroke: 0.9pt + colour.ink))), chart.keys.cumulative),
      )
      keys.map(((mark, label)) => box(mark + sym.space.nobreak + label)).join(h(4mm))
    }),
  ))
  set par(leading: 0.4em)
  show table.cell: set text(size: if mirrored { 6.9pt } else { 6.7pt })
  table(
    columns: (27mm,) + (1fr,) * count,
    align: (x, y) => if x == 0 { start + horizon } else { center + horizon },
    inset: (x: 0.3mm, y: 1.08mm),
    stroke: none,
    table.cell(inset: 0mm)[],
    table.cell(colspan: count, inset: (x: 0mm, y: 1.5mm), flow-chart(chart, 29mm)),
    table.hline(stroke: hair),
    text(fill: colour.muted, d.labels.year),
    ..b.labels.map(label => strong(numeral(label))),
    table.hline(stroke: 0.7pt + colour.primary),
    ..b.rows.map(row => {
      let dress = body => if row.isStrong { strong(body) } else { body }
      let fill = if row.isStrong { colour.tint } else { none }
      (table.cell(fill: fill, dress(row.label)), ..row.values.map(value => table.cell(fill: fill, dress(numeral(value)))), table.hline(stroke: hair))
    }).flatten(),
  )
}

#let tornado-block(t) = {
  let side(s, at) = if s == none { [] } else {
    set text(size: 6.6pt)
    set par(leading: 0.3em)
    align(at + horizon, [#text(fill: colour.muted, numeral(s.change)) \ #numeral(s.value)])
  }
  let bar(sides) = layout(size => box(width: 100%, height: 5.4mm, {
    let x = share => size.width * if mirrored { 1 - share } else { share }
    for s in sides {
      let (from, to) = (calc.min(x(t.base), x(s.position)), calc.max(x(t.base), x(s.position)))
      let worse = s.position < t.base
      place(top + left, dx: from, dy: 0.7mm, rect(
        width: to - from, height: 4mm,
        fill: if worse { hatch(colour.accent, colour.paper) } else { colour.primary },
        stroke: if worse { 0.5pt + colour.accent } else { none },
      ))
    }
    if t.zero != none { place(top + left, dx: x(t.zero), line(angle: 90deg, length: 5.4mm, stroke: (paint: colour.muted, thickness: 0.7pt, dash: "densely-dotted"))) }
    place(top + left, dx: x(t.base), line(angle: 90deg, length: 5.4mm, stroke: 1pt + colour.ink))
  }))
  block(grid(
    columns: (auto, auto, 1fr, auto),
    column-gutter: 1.8mm,
    row-gutter: 1mm,
    align: horizon,
    ..t.bars.map(b => {
      let worse = b.sides.find(s => s.position < t.base)
      let better = b.sides.find(s => s.position >= t.base)
      (text(size: 0.92em, b.label), side(worse, end), bar(b.sides), side(better, start))
    }).flatten(),
  ))
  muted(t.caption)
}

#let layers-block(b) = {
  let shown = b.layers.filter(l => l.share > 0)
  block(below: 2.5mm, grid(
    columns: shown.map(l => l.share * 1fr),
    column-gutter: 0.6mm,
    ..shown.map(l => rect(width: 100%, height: 7.5mm, fill: fills.at(l.kind), stroke: outlines.at(l.kind), radius: 0.8mm)),
  ))
  block(grid(
    columns: (auto, 1fr, auto, auto),
    inset: (x: 1.2mm, y: 1.2mm),
    stroke: (x, y) => if y > 0 { (top: hair) },
    ..b.layers.map(l => (
      swatch(rect(width: 100%, height: 100%, fill: fills.at(l.kind), stroke: outlines.at(l.kind))),
      {
        strong(l.label)
        if l.name != "" { " · " + l.name }
        refs(l.refs)
        if l.note != "" { linebreak(); muted(l.note) }
      },
      align(end, muted(numeral(l.percent))),
      align(end, strong(numeral(l.amount))),
    )).flatten(),
  ))
}
`;
