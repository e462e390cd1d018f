import { paginated } from './paginated.ts';

export const data = () => paginated('showcase');
export { render } from './paginated.ts';
