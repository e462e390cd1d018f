import { paginated } from './paginated.ts';

export const data = () => paginated('archive-days');
export { render } from './paginated.ts';
