import { paginated } from './paginated.ts';

export const data = () => paginated('not-found');
export { render } from './paginated.ts';
