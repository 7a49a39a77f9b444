// The light of what is said of a text, by how much it matters.

export const REMARK_LIGHTS = {
  error: { tone: 'red', icon: 'cross' },
  warning: { tone: 'yellow', icon: 'warning' },
  note: { tone: 'blue', icon: 'info' },
} as const
