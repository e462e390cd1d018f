import { paginated } from './paginated.ts';

export const data = () => paginated('corrections');
export { render } from './paginated.ts';
