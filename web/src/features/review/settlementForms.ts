// What a person has to write before a criterion is settled otherwise than by confirming it.

export type FormKind =
  | 'rewrite' // sentences or rules of one's own
  | 'without' // it counts nothing
  | 'leave' // it stays undecided
