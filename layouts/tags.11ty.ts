import { paginated } from './paginated.ts';

export const data = () => paginated('tags');
export { render } from './paginated.ts';
