// Cuts a text where highlighted spans begin and end. Spans count Unicode code points, as the
// server does, and may overlap.

export type Span = readonly [begin: number, end: number]

export interface Mark {
  id: string
  span: Span
}

export interface Segment {
  text: string
  marks: string[] // the marks that cover this piece, in the order given; empty for plain words
}

export function segments(text: string, marks: readonly Mark[]): Segment[] {
  const points = Array.from(text)
  const cuts = new Set([0, points.length])
  for (const { span } of marks) {
    for (const cut of span) cuts.add(Math.min(Math.max(cut, 0), points.length))
  }
  const places = [...cuts].sort((a, b) => a - b)
  const result: Segment[] = []
  for (let i = 0; i + 1 < places.length; i++) {
    const begin = places[i] as number
    const end = places[i + 1] as number
    result.push({
      text: points.slice(begin, end).join(''),
      marks: marks.filter(({ span }) => span[0] <= begin && end <= span[1]).map(({ id }) => id),
    })
  }
  return result
}

// The words of one span.
export function wordsOf(text: string, span: Span): string {
  return Array.from(text).slice(span[0], span[1]).join('')
}
