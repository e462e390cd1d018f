import type { KeyPath, Problem } from '../diagnostics/diagnostic.ts';
import type { Body, BodyOptions } from '../markdown/body.ts';
import { renderBody } from '../markdown/render-body.ts';
import type { Moment } from '../schema/moment.ts';
import type { ContentPath } from './article.ts';
import { type SplitFile, splitFrontMatter } from './front-matter.ts';
import { parseEnd, parseMoment } from './moment.ts';
import type { ReadingSettings } from './settings.ts';

/** One file while it is being read: collects its problems, so that the first fault does not hide the next. */
export class FileReading {
  readonly source: ContentPath;
  readonly settings: ReadingSettings;
  readonly problems: Problem[] = [];

  constructor(source: ContentPath, settings: ReadingSettings) {
    this.source = source;
    this.settings = settings;
  }

  report(problem: Omit<Problem, 'file'>): void {
    this.problems.push({ ...problem, file: this.source });
  }

  split(text: string): SplitFile {
    const split = splitFrontMatter(this.source, text);
    this.problems.push(...split.problems);
    return split;
  }

  /** The moment of a date in the front matter, or undefined with a problem reported. */
  moment(text: string | undefined, path: KeyPath): Moment | undefined {
    return this.#parsed(parseMoment, text, path);
  }

  /** The same of a date until which something holds: of a day, its end. */
  end(text: string | undefined, path: KeyPath): Moment | undefined {
    return this.#parsed(parseEnd, text, path);
  }

  #parsed(parse: typeof parseMoment, text: string | undefined, path: KeyPath): Moment | undefined {
    if (text === undefined) return undefined;
    const moment = parse(text, this.settings.timeZone);
    if (moment) return moment;
    const looksLikeDay = /^\d{4}-\d{1,2}-\d{1,2}/.test(text);
    this.report({
      code: 'date-invalid',
      place: { at: 'value', path },
      message: `\`${String(path.at(-1))}\` is ${looksLikeDay ? 'not a day of the calendar' : 'not a date'}: ${text}`,
      help: looksLikeDay
        ? 'write a day that exists, as YYYY-MM-DD'
        : 'write the day, or the day and time: 2025-07-04 18:20',
    });
    return undefined;
  }

  body(split: SplitFile, language: string, date?: Moment): Body {
    const options: BodyOptions = {
      language,
      html: this.settings.html,
      timeZone: this.settings.timeZone,
      ...(date ? { date } : {}),
    };
    const rendered = renderBody({ file: this.source, markdown: split.body, firstLine: split.bodyLine }, options);
    this.problems.push(...rendered.problems);
    return rendered.body;
  }
}
