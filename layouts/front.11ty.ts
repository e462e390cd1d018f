import { paginated } from './paginated.ts';

export const data = () => paginated('front');
export { render } from './paginated.ts';
