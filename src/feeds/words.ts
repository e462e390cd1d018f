import { primarySubtag } from '../language/language.ts';

/** What a feed says to whoever opens it in a browser. */
export interface FeedWords {
  readonly note: string;
}

const en: FeedWords = {
  note: 'This is a web feed: copy its address into a feed reader, and new articles come to you.',
};
const he: FeedWords = {
  note: 'זוהי הזנה: העתיקו את הכתובת שלה לקורא הזנות, והכתבות החדשות יגיעו אליכם.',
};
const uk: FeedWords = {
  note: 'Це стрічка новин: скопіюйте її адресу до програми для читання стрічок, і нові статті надходитимуть самі.',
};

const WORDS: Readonly<Record<string, FeedWords>> = { en, he, uk };

/** English where a language has no words of its own yet. */
export function feedWords(language: string): FeedWords {
  return WORDS[primarySubtag(language)] ?? en;
}
