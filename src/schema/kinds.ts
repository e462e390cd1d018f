/** The genres of articles. */
export const KINDS = [
  'news',
  'analysis',
  'opinion',
  'explainer',
  'interview',
  'live',
  'factcheck',
  'sponsored',
] as const;
export type Kind = (typeof KINDS)[number];
