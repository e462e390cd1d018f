import { expect, test } from 'vitest';
import { greeting } from '../../src/cli/run-start.ts';

test('a preview that could not have its port says so', () => {
  const taken = /^Port 8080 is taken, perhaps by another preview; this one is beside it\.\n55 articles/;
  expect(greeting(55, 'http://localhost:8081/', 8080)).toMatch(taken);
  expect(greeting(55, 'http://localhost:8080/', 8080)).toMatch(/^55 articles/);
  expect(greeting(55, 'http://localhost:40123/', 0)).toMatch(/^55 articles/);
  expect(greeting(55, 'http://localhost/', 80)).toMatch(/^55 articles/);
});
