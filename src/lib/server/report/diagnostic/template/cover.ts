/** The cover, and the page of contents with what each chapter says. */
export const COVER = String.raw`
#let panel = 158mm
#page(margin: 0mm, header: none, footer: none, fill: colour.paper, {
  place(top + start, rect(width: 100%, height: panel, fill: colour.primary))
  place(top + start, box(width: 100%, height: panel, clip: true, place(bottom + end, dx: if mirrored { -46mm } else { 46mm }, dy: 52mm, image(bytes(d.contours), format: "svg", width: 215mm))))
  place(top + start, dy: panel, rect(width: 100%, height: 1.6mm, fill: colour.saffron))
  place(top + start, box(width: 100%, height: panel, inset: (x: 22mm, top: 24mm, bottom: 18mm), {
    set text(fill: white)
    set par(leading: 0.6em)
    grid(
      columns: (1fr, auto),
      text(size: 14pt, weight: 600, d.labels.brand),
      text(size: 10.5pt, fill: white.transparentize(12%), d.dateText),
    )
    place(bottom + start, box(width: 100%, {
      text(size: 15pt, fill: colour.saffron, weight: 600, d.kind)
      v(2mm)
      let long = d.name.clusters().len() > 18
      block(width: 100%, text(size: if long { 34pt } else { 52pt }, weight: 600, d.name))
      v(if mirrored { 7mm } else { 5mm })
      for other in d.names { block(above: 0mm, below: 3.4mm, text(size: 17pt, fill: white.transparentize(18%), foreign(other))) }
      v(3mm)
      text(size: 12pt, (d.within, d.comparison).filter(part => part != "").join("  —  "))
    }))
  }))
  place(top + start, dy: panel + 13mm, box(width: 100%, inset: (x: 22mm), {
    text(size: 9pt, fill: colour.muted, d.labels.figures)
    v(1.2mm)
    let across = if d.facts.len() == 4 { 4 } else { calc.min(3, calc.max(1, d.facts.len())) }
    grid(
      columns: (1fr,) * across,
      column-gutter: 7mm,
      row-gutter: 5mm,
      ..d.facts.map(fact => block(width: 100%, stroke: (top: 1pt + colour.primary), inset: (top: 2.4mm), {
        set par(leading: 0.5em)
        headline(fact.text, 19pt)
        refs(fact.refs)
        block(above: 2.2mm, below: 0mm, text(size: 9pt, fact.label))
        if fact.note != "" { block(above: 1.6mm, text(size: 7.6pt, fill: colour.muted, fact.note)) }
      })),
    )
  }))
  place(bottom + start, box(width: 100%, inset: (x: 22mm, bottom: 15mm), {
    set par(leading: 0.6em)
    grid(
      columns: (1fr, auto),
      column-gutter: 8mm,
      align: (start + bottom, bottom),
      {
        block(stroke: (if mirrored { "right" } else { "left" }: 2pt + colour.saffron), inset: (if mirrored { "right" } else { "left" }: 3.5mm, y: 0.6mm), below: 4mm, {
          strong(d.statement)
          linebreak()
          text(fill: colour.muted, d.independent)
        })
        text(size: 7.8pt, fill: colour.muted, {
          d.version
          linebreak()
          d.labels.date + " " + d.dateText
          linebreak()
          d.labels.permalink + " "
          link-of(d.permalink)
        })
        block(above: 2.6mm, below: 0mm, width: 100%, page-sources())
      },
      if d.permalink.qr != none { qr(20mm) },
    )
  }))
})

// What each chapter says stands in the contents: one page for who reads one page.
#block(below: 7mm, text(size: 22pt, weight: 600, fill: colour.primary, d.labels.contents))
#grid(
  columns: (11mm, 1fr, auto),
  inset: (y: 4mm),
  stroke: (x, y) => (top: hair),
  ..d.chapters.enumerate().map(((i, chapter)) => {
    let target = label("chapter-" + str(i + 1))
    (
      text(size: 15pt, weight: 600, fill: colour.accent, top-edge: "cap-height", str(i + 1)),
      {
        link(target, text(size: 1.12em, weight: 600, fill: colour.primary, chapter.title))
        block(above: 1.9mm, text(size: 0.92em, cited(chapter.message)))
      },
      context text(size: 1.12em, weight: 600, fill: colour.primary, link(target, str(counter(page).at(target).first()))),
    )
  }).flatten(),
  [],
  link(<sources>, text(size: 1.12em, weight: 600, fill: colour.primary, d.labels.sources)),
  context text(size: 1.12em, weight: 600, fill: colour.primary, link(<sources>, str(counter(page).at(<sources>).first()))),
)
#pagebreak()
`;
