// A form shows a file's keys in a shape of its own; what was not changed in it goes back as it came.
import { isSame, mergeHead, readHead, splitFile, writeKeys } from './front-matter.js';
import { mergeBody } from './merge-body.js';

/** Key under which a form carries the text of its file, so that saving can change that text instead of writing a new one. */
export const SOURCE = 'dateline_source';

/** The content of a form for a file. `shape` is a FormShape of src/desk/desk-config.ts. @throws Error when it is not YAML */
export function formOf(text, shape, languages) {
  const { head, body } = splitFile(text);
  return { ...shown(readHead(head ?? ''), shape, languages), body: body.replace(/^\n/, ''), [SOURCE]: text };
}

/** The file that a form stands for. */
export function fileOf({ [SOURCE]: source, body = '', ...form }, shape, languages) {
  const isNew = typeof source !== 'string' || source === '';
  const { opening, head, closing, body: before } = splitFile(isNew ? '' : source);
  const data = said(form, readHead(head ?? ''), shape, languages);
  if (head === undefined)
    return `---\n${writeKeys(data, shape.keys)}---\n\n${isNew ? `${body.trimEnd()}\n` : mergeBody(before, body)}`;
  const blank = /^\n*/.exec(before)[0];
  const text = body === before.replace(/^\n/, '') ? before : `${blank}${mergeBody(before.slice(blank.length), body)}`;
  return `${opening}${mergeHead(head, data, shape.keys)}${closing}${text}`;
}

/** What front matter says, as the form shows it. */
function shown(data, { localised, maps, texts, short, flags }, languages) {
  // Said outright, so that the form does not take what it begins new entries with.
  const form = { ...Object.fromEntries(flags.map((key) => [key, false])), ...data };
  for (const path of localised) change(form, path, (value) => shownText(value, languages));
  for (const key of maps)
    if (isMap(form[key])) form[key] = Object.entries(form[key]).map(([file, notes]) => ({ file, ...notes }));
  for (const key of texts) if (Array.isArray(form[key])) form[key] = form[key].filter(isText).map(String);
  for (const [list, one] of Object.entries(short)) {
    if (isText(form[one]) && form[list] === undefined) form[list] = [form[one]];
    delete form[one];
  }
  return form;
}

/** What the front matter is to say. */
function said(form, source, shape, languages) {
  const before = shown(source, shape, languages);
  const data = {};
  // A key that the form knows nothing of, and did not carry along, stays.
  for (const key of Object.keys(source)) if (!shape.keys.includes(key) && !(key in form)) data[key] = source[key];
  const shorts = Object.values(shape.short);
  for (const key of new Set([...shape.keys, ...Object.keys(form)])) {
    if (shorts.includes(key)) continue;
    const value = filled(form[key], shape.flags.includes(key));
    const one = shape.short[key];
    if (isSame(value ?? null, filled(before[key], shape.flags.includes(key)) ?? null)) {
      for (const name of [key, one]) if (name && Object.hasOwn(source, name)) data[name] = source[name];
    } else if (one && Object.hasOwn(source, one) && value?.length === 1) data[one] = value[0];
    else if (value !== undefined) data[key] = written(key, value, source[key], shape, languages);
  }
  return data;
}

function written(key, value, source, { localised, maps, texts }, languages) {
  if (maps.includes(key))
    return Object.fromEntries(value.map(({ file, ...notes }) => [file, withEmpty(notes, source?.[file])]));
  if (texts.includes(key)) return [...value, ...(source ?? []).filter((entry) => !isText(entry))];
  if (localised.includes(key)) return writtenText(value, source, languages);
  const below = localised.filter((path) => path.startsWith(`${key}.`)).map((path) => path.slice(key.length + 1));
  if (below.length === 0 || !Array.isArray(value)) return withEmpty(value, source);
  return value.map((entry, i) => {
    const own = { ...entry };
    for (const name of below) if (name in own) own[name] = writtenText(own[name], source?.[i]?.[name], languages);
    return own;
  });
}

function shownText(value, languages) {
  const [main] = languages;
  if (languages.length > 1) return isText(value) ? { [main]: String(value) } : value;
  return isMap(value) ? (value[main] ?? Object.values(value)[0]) : value;
}

function writtenText(value, source, languages) {
  const [main] = languages;
  if (languages.length < 2) return isMap(source) ? { ...source, [main]: value } : value;
  const isOne = isMap(value) && Object.keys(value).length === 1 && value[main] !== undefined;
  return isOne && !isMap(source) ? value[main] : value;
}

/** The value without what was left empty; undefined when nothing is left. */
function filled(value, isFlag = false) {
  if (value === '' || value === null || (isFlag && value === false)) return undefined;
  if (Array.isArray(value)) {
    const entries = value.map((entry) => filled(entry)).filter((entry) => entry !== undefined);
    return entries.length > 0 ? entries : undefined;
  }
  if (!isMap(value)) return value;
  const entries = Object.entries(value).flatMap(([key, one]) => {
    const own = filled(one);
    return own === undefined ? [] : [[key, own]];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

// `alt: ""` says that a picture is decorative: what was empty on purpose stays so.
function withEmpty(value, source) {
  if (!isMap(value) || !isMap(source)) return value;
  const empty = Object.entries(source).filter(([key, one]) => one === '' && !(key in value));
  return { ...value, ...Object.fromEntries(empty) };
}

function change(form, path, convert) {
  const [key, name] = path.split('.');
  if (form[key] === undefined) return;
  if (name === undefined) form[key] = convert(form[key]);
  else if (Array.isArray(form[key]))
    form[key] = form[key].map((entry) =>
      isMap(entry) && name in entry ? { ...entry, [name]: convert(entry[name]) } : entry,
    );
}

function isText(value) {
  return typeof value === 'string' || typeof value === 'number';
}

function isMap(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
