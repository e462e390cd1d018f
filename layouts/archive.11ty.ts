import { paginated } from './paginated.ts';

export const data = () => paginated('archive');
export { render } from './paginated.ts';
