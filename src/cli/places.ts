import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Deleting it is always right. */
export const CACHE = path.join('.cache', 'dateline');

/** Styles, scripts, fonts and icons. */
export const ASSETS = fileURLToPath(new URL('../../assets', import.meta.url));
