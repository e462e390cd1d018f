// An editor of rich text writes Markdown in its own way. What says the same stays as it was written.

/** The text `after`, with everything of `before` that it only writes differently as it stood there. */
export function mergeBody(before, after) {
  if (before.trim() === after.trim()) return before;
  const [old, now] = [unitsOf(before), unitsOf(after)];
  const matches = longestCommon(old.map(sense), now.map(sense));
  let text = '';
  let previous;
  for (const [i, unit] of now.entries()) {
    const match = matches.get(i);
    // Two neighbours of old keep the distance that they had.
    const wereNeighbours = match !== undefined && previous !== undefined && match === previous + 1;
    const gap = wereNeighbours ? old[match].gap : unit.gap;
    text += (i === 0 ? '' : gap) + (match === undefined ? unit.text : old[match].text);
    previous = match;
  }
  return `${text}\n`;
}

const STARTS = /^\s*(?:[-*+]\s|\d+[.)]\s|>|#{1,6}\s|:::|\||!\[|\[\^[^\]]+\]:|<)/;
const RULE = /^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/;
const TABLE_RULE = /^\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?)?\s*$/;

/** The lines of a text, those joined that are one to a reader; fenced code in one piece. `gap` is what parts it from the one before. */
function unitsOf(text) {
  const units = [];
  let fence;
  let gap = '\n';
  for (const line of text.trim().split('\n')) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    const last = units.at(-1);
    if (fence !== undefined) {
      last.text += `\n${line}`;
      if (mark?.startsWith(fence)) fence = undefined;
    } else if (line.trim() === '') gap += '\n';
    else {
      const isOwn =
        last === undefined || gap !== '\n' || mark || STARTS.test(line) || RULE.test(line) || RULE.test(last.text);
      // A heading, a row of a table and the mark of a container end with their line.
      if (isOwn || /^\s*(?:#{1,6}\s|\||:::)/.test(last.text)) units.push({ text: line, gap });
      else last.text += `\n${line}`;
      gap = '\n';
      fence = mark;
    }
  }
  return units;
}

/** A unit without what is only a manner of writing it. */
function sense({ text }) {
  if (/^\s*(?:`{3,}|~{3,})/.test(text)) return text;
  if (/^\s*:::/.test(text)) return text.trim();
  if (RULE.test(text)) return 'rule';
  if (TABLE_RULE.test(text)) return `table of ${text.replace(/^\s*\||\|\s*$/g, '').split('|').length}`;
  const [prefix] = /^\s*(?:(?:[-*+]|\d+[.)]|#{1,6})\s+|>\s*)*/.exec(text);
  const indent = /^\s*/.exec(prefix)[0].length > 0 ? 'below ' : '';
  return `${indent}${prefix.trim().replace(/[*+]/g, '-')} ${marked(text.slice(prefix.length))}`;
}

/** The characters that readers see, each with the emphasis that it has; links by where they lead. */
function marked(text) {
  const tokens = text.matchAll(/\\([^\w\s])|(`+)[\s\S]*?\2|\]\([^)]*\)|\*+|_+|~~|&nbsp;|\s+|[\s\S]/g);
  const on = { strong: false, emphasis: false, struck: false };
  let out = '';
  for (const { 0: token, 1: escaped, index } of tokens) {
    const [left, right] = [text[index - 1] ?? ' ', text[index + token.length] ?? ' '];
    const isPlain =
      (token.startsWith('_') && /\w/.test(left) && /\w/.test(right)) || (/\s/.test(left) && /\s/.test(right));
    if (escaped !== undefined) out += flagged(escaped, on);
    else if (/^(?:`|\]\()/.test(token)) out += token.replace(/\s+/g, ' ');
    else if (token === '~~') on.struck = !on.struck;
    else if (/^(?:\*+|_+)$/.test(token) && !isPlain) {
      if (token.length >= 2) on.strong = !on.strong;
      if (token.length % 2 === 1) on.emphasis = !on.emphasis;
    } else if (/\S/.test(token) && token !== '&nbsp;') out += flagged(token, on);
  }
  return out;
}

function flagged(character, { strong, emphasis, struck }) {
  const marks = `${strong ? 'b' : ''}${emphasis ? 'i' : ''}${struck ? 's' : ''}`;
  // Brackets belong to the link, whichever side of them the emphasis is written on.
  return marks === '' || !/[\p{L}\p{N}]/u.test(character) ? character : `${character}{${marks}}`;
}

/** For places of `now` the place of `old` that they keep: the longest common subsequence. */
function longestCommon(old, now) {
  const matches = new Map();
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) matches.set(start, start++);
  let [a, b] = [old.length, now.length];
  while (a > start && b > start && old[a - 1] === now[b - 1]) matches.set(--b, --a);
  const width = b - start + 1;
  const length = new Uint32Array((a - start + 1) * width);
  for (let i = a - 1; i >= start; i--)
    for (let j = b - 1; j >= start; j--) {
      const at = (i - start) * width + (j - start);
      length[at] = old[i] === now[j] ? length[at + width + 1] + 1 : Math.max(length[at + width], length[at + 1]);
    }
  for (let i = start, j = start; i < a && j < b; ) {
    const at = (i - start) * width + (j - start);
    if (old[i] === now[j]) matches.set(j++, i++);
    else if (length[at + width] >= length[at + 1]) i++;
    else j++;
  }
  return matches;
}
