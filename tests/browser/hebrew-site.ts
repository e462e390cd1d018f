import sharp from 'sharp';
import { article, type Files } from '../small-site.ts';

const SITE = `name: הגשר
url: https://gesher.example
language: he
languages: [he, en]
timeZone: Asia/Jerusalem
description: עיתון קטן לבדיקות.
tagline: חדשות משני צדי הנהר
sections:
  - {slug: news, name: {he: חדשות, en: News}}
  - {slug: culture, name: {he: תרבות, en: Culture}}
navigation: [{label: אודות, href: /about/}]
support: {title: הגשר תלוי בכם, text: העיתון שייך לקוראיו., label: לתמיכה, href: "https://gesher.example/support/"}
`;

const BODY = `הגשר הישן נפתח שוב אחרי עשור של שיפוצים. "חיכינו לזה מ-2016", אומר פרופ' דן כהן, יו"ר הוועד[^1]. בעיר גרים 48,000 תושבים, ו-12% מהם עובדים בגדה השנייה; ראו את [ההודעה של City Hall](https://example.org/).

## מה השתנה

![הגשר בבוקר](/images/bridge.png "הגשר, כפי שנראה מן הגדה המזרחית. צילום: דנה לוי/הגשר")

> הגשר שייך לכולם, ולא רק למי שגר לידו.
> — רות אברהם, מורה

::: factbox הגשר במספרים
- אורך: 214 מטרים
- רוחב: 18 מטרים
- שנת בנייה: 1931
:::

| שנה | נוסעים ביום |
|---|---:|
| 2010 | 9,400 |
| 2025 | 17,250 |

https://x.com/gesher/status/1941102345678901234

https://www.youtube.com/watch?v=aqz-KE-bpKQ

1. ראשית, התנועה.
2. שנית, התאורה.

::: pullquote
עשר שנים חיכינו, ובבוקר אחד עברנו.
:::

![הנהר](/images/river.png)
![הרחוב](/images/street.png)

[^1]: הוועד הוקם ב-2014. ראו *Bridge Committee Report*, עמ' 12.
`;

const live = `הסערה מתקרבת אל החוף.

::: update 14:05 הרכבות חזרו
כל הקווים פועלים, מלבד קו 3.
:::

::: update 08:00
גשם ברחוב הרצל, ורוחות של 70 קמ"ש.
:::
`;

async function picture(colour: string): Promise<Buffer> {
  return sharp({ create: { width: 1200, height: 800, channels: 3, background: colour } })
    .png()
    .toBuffer();
}

const credited = { '/images/river.png': { credit: 'דנה לוי' }, '/images/street.png': { credit: 'AP' } };

/** A newspaper in Hebrew, with an edition in English: every part of a page whose sides change places. */
export async function hebrewSite(): Promise<Files> {
  return {
    'site.yaml': SITE,
    'images/bridge.png': await picture('#5b7c99'),
    'images/river.png': await picture('#3d6b63'),
    'images/street.png': await picture('#8a6d4b'),
    'authors/dana.md':
      '---\nname: {he: דנה לוי, en: Dana Levi}\nrole: {he: כתבת, en: Reporter}\n---\nכותבת על ערים ועל נהרות.\n',
    'authors/yossi.md': '---\nname: {he: יוסי מזרחי, en: Yossi Mizrahi}\n---\nעורך.\n',
    'pages/about.md': '---\ntitle: אודות\n---\n\nאנחנו *קטנים*.\n',
    'embeds/tweets/1941102345678901234.json': JSON.stringify({
      id: '1941102345678901234',
      url: 'https://x.com/gesher/status/1941102345678901234',
      author: 'Bridge Desk',
      handle: 'gesher',
      date: '2026-07-01T08:00:00+03:00',
      language: 'en',
      text: 'The bridge is open. See you on the other side!',
    }),
    'articles/gesher.md': article(
      {
        title: 'הגשר נפתח: "עשר שנים חיכינו" לצה"ל ולעיר',
        standfirst: 'אחרי עשור של שיפוצים עוברים שוב מגדה לגדה.',
        updated: '2026-07-02 10:00',
        authors: ['dana', 'yossi'],
        section: 'news',
        tags: ['תחבורה', 'נהר'],
        dateline: 'חיפה',
        image: { src: '/images/bridge.png', alt: 'הגשר', caption: 'הגשר לפני הפתיחה', credit: 'דנה לוי' },
        images: credited,
        corrections: [{ date: '2026-07-03 08:00', text: 'אורך הגשר הוא 214 מטרים.' }],
      },
      BODY,
    ),
    'articles/live.md': article(
      { title: 'הסערה בחוף: דיווח חי', kind: 'live', section: 'news', tags: ['מזג אוויר'] },
      live,
    ),
    'articles/bridge.md': article(
      {
        title: 'The bridge is open again',
        language: 'en',
        translationOf: 'gesher.md',
        section: 'news',
        slug: 'bridge',
      },
      'Ten years of waiting are over.\n',
    ),
    ...Object.fromEntries(
      [
        'שוק הדגים חוזר לנמל',
        'תזמורת ברחוב הראשי',
        'מי ישלם על החוף',
        'הספרייה שלא נסגרת',
        'שלוש דקות של שקט',
        'האופניים ניצחו',
      ].map((title, i) => [
        `articles/n${i}.md`,
        article({
          title,
          standfirst: 'כתבה קצרה על העיר ועל אנשיה.',
          slug: `n${i}`,
          date: `2026-06-${20 + i} 10:00`,
          section: i % 2 === 0 ? 'culture' : 'news',
          kind: i === 2 ? 'opinion' : 'news',
          authors: ['yossi'],
          tags: ['נהר'],
          ...(i < 2 ? { image: { src: '/images/river.png', alt: 'הנהר', credit: 'דנה לוי' } } : {}),
        }),
      ]),
    ),
  };
}
