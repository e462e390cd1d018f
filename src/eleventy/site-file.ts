/**
 * A file that is published as it is: from memory, copied from `source`, or the very file at `shared`, which never changes
 * under its name. `address` begins with a slash.
 */
export type SiteFile = { readonly address: string } & (
  | { readonly bytes: Buffer }
  | { readonly source: string }
  | { readonly shared: string }
);
