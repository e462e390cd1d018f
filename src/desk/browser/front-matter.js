// What a form changes in a file, and nothing else: every line that says the same stays as it was written.
import { Document, isMap, isSeq, parseDocument, visit } from 'yaml';

const READ = { schema: 'core', version: '1.2', prettyErrors: false, logLevel: 'silent' };
const WRITE = { lineWidth: 0, flowCollectionPadding: false };
const QUOTED = { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' };

/** A file in its parts; joined they are the file. `head` is YAML, undefined where there is no front matter. */
export function splitFile(text) {
  const [opening] = /^\uFEFF?---[^\S\n]*\n/.exec(text) ?? [];
  if (opening === undefined) return { opening: '', head: undefined, closing: '', body: text };
  const rest = text.slice(opening.length);
  const close = /^---[^\S\n]*(?:\n|$)/m.exec(rest);
  if (!close) return { opening: '', head: undefined, closing: '', body: text };
  const after = close.index + close[0].length;
  return { opening, head: rest.slice(0, close.index), closing: close[0], body: rest.slice(after) };
}

/** What front matter says. @throws Error when it is not YAML, so that no form takes it for empty. */
export function readHead(head) {
  const document = parseDocument(head, READ);
  const [error] = document.errors;
  if (error) throw new Error(error.message);
  return document.toJS() ?? {};
}

/**
 * Front matter that says `data`: what is the same keeps its bytes, order and comments. New keys stand where `keys` has
 * them. Values are plain data.
 */
export function mergeHead(head, data, keys) {
  const { contents } = parseDocument(head, READ);
  if (!isMap(contents) || contents.flow) {
    if (isSame(contents?.toJS(parseDocument(head, READ)) ?? {}, data)) return head;
    return `${comments(head)}${writeKeys(data, keys)}`;
  }
  const document = parseDocument(head, READ);
  const edits = [];
  editMap(document.contents, data, keys, { document, head, edits });
  return applied(head, edits);
}

/** Front matter of a new file. */
export function writeKeys(data, keys) {
  return inOrder(Object.keys(data), keys)
    .map((key) => `${pairText(key, data[key])}\n`)
    .join('');
}

function comments(head) {
  return head
    .split(/(?<=\n)/)
    .filter((line) => line.startsWith('#'))
    .join('');
}

function editMap(map, data, keys, context) {
  const { document, head, edits } = context;
  const [first] = map.items;
  const indent = first ? columnOf(head, first.key.range[0]) : 0;
  for (const pair of map.items) {
    const key = String(pair.key.value);
    const { value } = pair;
    if (!Object.hasOwn(data, key)) edits.push(lineOf(head, pair.key.range[0], endOf(pair, head)));
    else if (isSame(value?.toJS(document) ?? null, data[key])) continue;
    else if (isMap(value) && !value.flow && isPlainMap(data[key])) editMap(value, data[key], undefined, context);
    else if (!isSeq(value) || value.flow || !editList(value, data[key], context))
      edits.push({ start: pair.key.range[0], end: endOf(pair, head), text: pairText(key, data[key], indent, value) });
  }
  const present = map.items.map(({ key }) => String(key.value));
  for (const key of inOrder(
    Object.keys(data).filter((name) => !present.includes(name)),
    keys,
  )) {
    const text = `${' '.repeat(indent)}${pairText(key, data[key], indent)}\n`;
    edits.push({ ...placeFor(key, map, keys, head), text });
  }
}

// After the last of the keys that come before it; without an order at the end.
function placeFor(key, map, keys, head) {
  const before = keys?.slice(0, keys.indexOf(key)) ?? [];
  const follows = keys?.includes(key)
    ? map.items.findLast((pair) => before.includes(String(pair.key.value)))
    : map.items.at(-1);
  const at = follows ? lineOf(head, follows.key.range[0], endOf(follows, head)).end : startOfLine(head, map.range[0]);
  return { start: at, end: at };
}

/** Whether a list could be brought to say `values` entry by entry. */
function editList(list, values, context) {
  if (!Array.isArray(values)) return false;
  const { document, head, edits } = context;
  const said = list.items.map((item) => item.toJS(document));
  if (values.length < said.length) return dropEntries(list, said, values, context);
  for (const [i, item] of list.items.entries()) {
    if (isSame(said[i], values[i])) continue;
    if (isMap(item) && !item.flow && isPlainMap(values[i])) editMap(item, values[i], undefined, context);
    else
      edits.push({
        start: item.range[0],
        end: trimmedEnd(head, item.range),
        text: entryText(values[i], columnOf(head, item.range[0]), item),
      });
  }
  const last = list.items.at(-1);
  if (!last) return values.length === 0;
  const dash = columnOf(head, head.lastIndexOf('-', last.range[0]));
  const at = trimmedEnd(head, last.range);
  for (const value of values.slice(said.length))
    edits.push({ start: at, end: at, text: `\n${' '.repeat(dash)}- ${entryText(value, dash + 2)}` });
  return true;
}

function dropEntries(list, said, values, { head, edits }) {
  const gone = [];
  let next = 0;
  for (const [i, item] of list.items.entries()) {
    if (next < values.length && isSame(said[i], values[next])) next++;
    else gone.push(lineOf(head, head.lastIndexOf('-', item.range[0]), trimmedEnd(head, item.range)));
  }
  if (next < values.length || values.length === 0) return false;
  edits.push(...gone);
  return true;
}

function pairText(key, value, indent = 0, before = undefined) {
  return indented(written({ [key]: value }, before), indent);
}

function entryText(value, indent, before = undefined) {
  return indented(written(value, before), indent);
}

// Short lists of texts stand on one line, as people write them, unless they stood below each other.
function written(value, before) {
  const document = new Document(value, { schema: 'core', version: '1.2' });
  const isBlock = isSeq(before) && !before.flow;
  visit(document, {
    Seq(_, list) {
      if (!isBlock && list.items.every((item) => !isMap(item) && !isSeq(item))) list.flow = true;
    },
  });
  const plain = document.toString(WRITE).trimEnd();
  // Of texts such as `- ` the library leaves out the quotes that they need.
  return isRead(plain, value) ? plain : document.toString({ ...WRITE, ...QUOTED }).trimEnd();
}

function isRead(text, value) {
  const document = parseDocument(text, READ);
  return document.errors.length === 0 && isSame(document.toJS(), value);
}

function indented(text, indent) {
  return text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(indent)}`);
}

function endOf({ key, value }, head) {
  const range = value?.range ?? key.range;
  const end = trimmedEnd(head, [key.range[0], range[1]]);
  // Of a key without a value the range ends before its colon.
  return end <= key.range[1] ? head.indexOf(':', key.range[1]) + 1 : end;
}

function trimmedEnd(head, [start, end]) {
  return start + head.slice(start, end).trimEnd().length;
}

/** The whole lines of a range. */
function lineOf(head, start, end) {
  const next = head.indexOf('\n', end);
  return { start: startOfLine(head, start), end: next < 0 ? head.length : next + 1, text: '' };
}

function startOfLine(head, offset) {
  return head.lastIndexOf('\n', offset - 1) + 1;
}

function columnOf(head, offset) {
  return offset - startOfLine(head, offset);
}

function applied(head, edits) {
  let text = '';
  let at = 0;
  for (const { start, end, text: replacement } of edits.toSorted((a, b) => a.start - b.start)) {
    text += head.slice(at, start) + replacement;
    at = end;
  }
  return text + head.slice(at);
}

function inOrder(names, keys = []) {
  const rank = (name) => (keys.includes(name) ? keys.indexOf(name) : keys.length);
  return names.toSorted((a, b) => rank(a) - rank(b));
}

function isPlainMap(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two values say the same. */
export function isSame(one, other) {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return (
    keys.length === others.length && keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
  );
}
