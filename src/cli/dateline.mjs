#!/usr/bin/env node
// Plain JavaScript, so that an old Node can still read it and say what is wrong.
// The whole module, because an old Node stops at a name that it does not export.
import module from 'node:module';
import v8 from 'node:v8';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Dateline needs Node 22.18 or later and this is ${process.versions.node}: run \`npm ci\`, which brings Node 24 along, and start commands through \`npm run\`.\n`,
  );
  process.exit(2);
}
const { directory } = module.enableCompileCache?.() ?? {};
// Threads inherit the environment and nothing else: without it they would compile again what this one has compiled.
if (directory) process.env.NODE_COMPILE_CACHE ??= directory;
// Left to itself, the engine lets garbage pile up to several times of what lives; this takes no more time and half the memory.
v8.setFlagsFromString('--heap-growing-percent=60');
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
