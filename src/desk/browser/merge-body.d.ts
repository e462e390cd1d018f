export declare function mergeBody(before: string, after: string): string;
