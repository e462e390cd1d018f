declare module 'jsonld' {
  /** A document that a context's address leads to. */
  interface RemoteDocument {
    readonly documentUrl: string;
    readonly document: object;
  }

  interface Options {
    readonly documentLoader: (url: string) => Promise<RemoteDocument>;
    /** Throws where expansion would drop something, such as a key that the context does not know. */
    readonly safe?: boolean;
    readonly base?: string;
  }

  type Nodes = readonly Readonly<Record<string, unknown>>[];

  const jsonld: {
    /** https://www.w3.org/TR/json-ld11-api/#expansion-algorithms */
    expand(document: object, options: Options): Promise<Nodes>;
    /** Each node once, with all that is said of it. https://www.w3.org/TR/json-ld11-api/#flattening-algorithms */
    flatten(document: object, context: null, options: Options): Promise<Nodes>;
  };
  export default jsonld;
}
