// Which words of two versions of a text differ: for showing the old beside the new.

export interface Piece {
  text: string
  changed: boolean
}

export interface WordDiff {
  before: Piece[]
  after: Piece[]
}

const MOST = 1_000_000 // pairs of words compared; beyond that the middle counts as changed as a whole
const SHORTEST = 2 // what is the same for fewer letters, between two changes, is taken as changed too

// A figure or a Latin word is one; so is every other character.
function wordsOf(text: string): string[] {
  return text.match(/[0-9]+(?:\.[0-9]+)?|[A-Za-z]+|[^]/gu) ?? []
}

// How much of two lists is the same from their beginning on.
function sharedHead(a: readonly string[], b: readonly string[]): number {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n++
  return n
}

// The longest common subsequence, as the indices of its words in both.
function shared(a: readonly string[], b: readonly string[]): [number, number][] {
  if (a.length * b.length > MOST) return []
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] as number
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}

// Without the runs that are the same only by chance.
function telling(pairs: readonly [number, number][], a: readonly string[]): [number, number][] {
  const runs: [number, number][][] = []
  for (const pair of pairs) {
    const run = runs[runs.length - 1]
    const last = run?.[run.length - 1]
    if (run && last && pair[0] === last[0] + 1 && pair[1] === last[1] + 1) run.push(pair)
    else runs.push([pair])
  }
  return runs.filter((run) => run.map(([i]) => a[i]).join('').length >= SHORTEST).flat()
}

function pieces(words: readonly string[], same: ReadonlySet<number>): Piece[] {
  const result: Piece[] = []
  words.forEach((text, i) => {
    const changed = !same.has(i)
    const last = result[result.length - 1]
    if (last?.changed === changed) last.text += text
    else result.push({ text, changed })
  })
  return result
}

export function wordDiff(before: string, after: string): WordDiff {
  const a = wordsOf(before)
  const b = wordsOf(after)
  const head = sharedHead(a, b)
  const tail = sharedHead(a.slice(head).reverse(), b.slice(head).reverse())
  const middle = a.slice(head, a.length - tail)
  const pairs = telling(shared(middle, b.slice(head, b.length - tail)), middle)
  const outside = (length: number) => Array.from({ length }, (_, i) => i).filter((i) => i < head || i >= length - tail)
  return {
    before: pieces(a, new Set([...outside(a.length), ...pairs.map(([i]) => i + head)])),
    after: pieces(b, new Set([...outside(b.length), ...pairs.map(([, j]) => j + head)])),
  }
}
