import { paginated } from './paginated.ts';

export const data = () => paginated('article');
export { render } from './paginated.ts';
