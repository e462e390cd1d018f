import { paginated } from './paginated.ts';

export const data = () => paginated('archive-year');
export { render } from './paginated.ts';
