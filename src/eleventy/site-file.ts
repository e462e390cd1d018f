/**
 * A file that is published as it is: from memory, copied from `source`, or the very file at `shared`, which never changes
 * under its name. What `bytes` depends on may be told by `inputs`, so that they need not be made. `address` begins with a slash.
 */
export type SiteFile = { readonly address: string } & (
  | { readonly bytes: Buffer; readonly inputs?: (() => unknown) | undefined }
  | { readonly source: string }
  | { readonly shared: string }
);
