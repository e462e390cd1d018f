// The package's own types say that it is a module whose default is the function; it is CommonJS, and the function is all.
declare module 'bidi-js' {
  export default function bidiFactory(): {
    /** A level for each code unit: odd where it is read from right to left. https://www.unicode.org/reports/tr9/ */
    getEmbeddingLevels(text: string, direction: 'ltr' | 'rtl' | 'auto'): { readonly levels: Uint8Array };
  };
}
