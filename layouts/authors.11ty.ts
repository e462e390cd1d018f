import { paginated } from './paginated.ts';

export const data = () => paginated('authors');
export { render } from './paginated.ts';
