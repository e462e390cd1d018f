import { paginated } from './paginated.ts';

export const data = () => paginated('search');
export { render } from './paginated.ts';
