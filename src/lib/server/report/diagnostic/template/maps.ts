/** A map with all that a printed map must say, and the address in words and as a code. */
export const MAPS = String.raw`
#let link-of(permalink) = {
  let shown = latin(permalink.text)
  if permalink.qr == none { shown } else { link(permalink.text, shown) }
}
#let qr(size) = box(width: size, height: size, stroke: hair, image(bytes(d.permalink.qr), format: "svg", width: 100%, alt: d.permalink.text))

#let swatch-fills = {
  let unit = 0.42pt
  let paint = rgb(d.swatches.ink)
  d.swatches.tiles.pairs().map(((name, tile)) => (name, tiling(size: (tile.size * unit, tile.size * unit), {
    place(rect(width: 100%, height: 100%, fill: rgb(d.swatches.ground)))
    for (x1, y1, x2, y2) in tile.lines { place(top + left, line(start: (x1 * unit, y1 * unit), end: (x2 * unit, y2 * unit), stroke: tile.lineWidth * unit * 1.2 + paint)) }
    for (x, y, radius) in tile.dots { place(top + left, dx: (x - radius) * unit, dy: (y - radius) * unit, circle(radius: radius * unit, fill: paint)) }
  }))).to-dict()
}
#let swatch(look) = rect(width: 6mm, height: 3.4mm, fill: if look.colour == none { swatch-fills.at(look.pattern) } else { rgb(look.colour) }, stroke: 0.5pt + colour.muted)

// Alternating halves, black and white, as on every map; its numbers run from left to right.
#let scale-bar(scale) = {
  let half = scale.barMm * 0.5mm
  set text(size: 7pt, dir: ltr, top-edge: "cap-height", bottom-edge: "baseline")
  box(width: scale.barMm * 1mm + 16mm, height: 6mm, {
    for (i, tick) in scale.ticks.enumerate() {
      let wide = 30mm
      if i == 2 { place(top + left, dx: 2 * half - 1mm, text(dir: if mirrored { rtl } else { ltr }, tick)) } else { place(top + left, dx: i * half - wide / 2 + 1mm, box(width: wide, align(center, tick))) }
    }
    place(top + left, dx: 1mm, dy: 3.2mm, rect(width: half, height: 1.5mm, fill: colour.ink, stroke: 0.5pt + colour.ink))
    place(top + left, dx: 1mm + half, dy: 3.2mm, rect(width: half, height: 1.5mm, fill: white, stroke: 0.5pt + colour.ink))
  })
}

#let map-block(b) = block(above: 6mm, breakable: false, {
  titled(b.title, unit: b.unit)
  grid(
    columns: (b.width * 1mm, 1fr),
    column-gutter: 6mm,
    {
      box(width: b.width * 1mm, height: b.height * 1mm, radius: 1mm, clip: true, stroke: 0.6pt + colour.line, image(bytes(b.svg), format: "svg", width: 100%, height: 100%, alt: b.description))
      v(1.4mm, weak: true)
      grid(
        columns: (1fr, auto),
        align: (here-side + bottom, far-side + bottom),
        scale-bar(b.scale),
        text(size: 7.4pt, [#text(fill: colour.muted, d.labels.scale) #latin(b.scale.numeric)]),
      )
    },
    {
      set par(leading: 0.5em)
      text(size: 0.88em, weight: 600, fill: colour.primary, d.labels.legend)
      v(0.6mm)
      grid(
        columns: (auto, 1fr),
        column-gutter: 2.2mm,
        row-gutter: 1.9mm,
        ..b.legend.map(row => (
          swatch(row.swatch),
          text(size: 0.84em, {
            // Dots lead the eye, and a reader of the text, from the words to their number.
            row.label
            sym.space.nobreak
            box(width: 1fr, text(fill: colour.line, repeat(gap: 0.35em, sym.dot.c)))
            sym.space.nobreak
            text(weight: 600, latin(row.count))
          }),
        )).flatten(),
      )
      v(2mm)
      line(length: 100%, stroke: hair)
      set text(size: 7pt, fill: colour.muted)
      set par(spacing: 0.75em)
      [#strong(d.labels.source) #b.source]
      parbreak()
      {
        if b.version != "" { b.version; linebreak() }
        [#strong(d.labels.date) #d.dateText]
      }
      parbreak()
      [#strong(d.labels.permalink) #link-of(d.permalink)]
      if d.permalink.qr != none { v(0.6mm); qr(17mm) }
    },
  )
  remark(b.note)
})
`;
