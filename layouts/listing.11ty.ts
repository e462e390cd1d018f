import { paginated } from './paginated.ts';

export const data = () => paginated('listing');
export { render } from './paginated.ts';
