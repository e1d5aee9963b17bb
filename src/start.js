/*
 * The first file of `npm start`. It is JavaScript, and so is what it imports first: a single file with types would make Node
 * load what strips them, at every start, for a fifth of a second and 14 MB.
 */
import { findBuiltCode } from './shared/built-code.js';
import { keepCompiledCode } from './shared/compiled-code.js';

keepCompiledCode(process.env.DATA_DIR);
await import(findBuiltCode() ?? './main.ts');
