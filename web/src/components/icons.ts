// Line drawings on a field of 24 × 24, as one path each.

export const ICONS = {
  table: 'M4 5h16v14H4zM4 10h16M10 10v9',
  score: 'M5 19V11M12 19V5M19 19v-6',
  pen: 'M5 19l1-4L16 5l3 3L9 18zM14 7l3 3',
  list: 'M9 6h11M9 12h11M9 18h11M4 6h1M4 12h1M4 18h1',
  people: 'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 19c0-3 3-5 6-5s6 2 6 5M16 11a3 3 0 0 0 0-6M17 14c2 .5 4 2 4 5',
  shield: 'M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6zM9 12l2 2 4-4',
  menu: 'M4 7h16M4 12h16M4 17h16',
  calendar: 'M4 6h16v14H4zM4 11h16M8 3v5M16 3v5',
  circle: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z',
  check: 'M5 13l4 4L19 7',
  cross: 'M6 6l12 12M18 6L6 18',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 2',
  warning: 'M12 4l9 16H3zM12 10v4M12 17v.5',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 8v.5',
  question: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 16.5v.5',
  undo: 'M9 7L4 12l5 5M4 12h10a5 5 0 0 1 0 10',
  right: 'M9 6l6 6-6 6',
  down: 'M6 9l6 6 6-6',
  print: 'M7 8V4h10v4M7 17H4V9h16v8h-3M7 14h10v6H7z',
  plus: 'M12 5v14M5 12h14',
  none: 'M6 12h12',
} as const

export type IconName = keyof typeof ICONS
