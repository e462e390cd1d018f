import { paginated } from './paginated.ts';

export const data = () => paginated('page');
export { render } from './paginated.ts';
