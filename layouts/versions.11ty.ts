import { paginated } from './paginated.ts';

export const data = () => paginated('versions');
export { render } from './paginated.ts';
