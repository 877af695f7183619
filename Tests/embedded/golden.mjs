// Computes the golden beats in WebAssembly, one by one and side by side: node golden.mjs FILE.wasm HASH
import { readFile } from "node:fs/promises";

const [file, expected] = process.argv.slice(2);
const { instance } = await WebAssembly.instantiate(await readFile(file), {});
const hashes = [0, 1].map((width) => BigInt.asUintN(64, instance.exports.golden(width)).toString(16));
const good = hashes.every((hash) => hash === expected);
if (!good) console.log(`expected ${expected}, computed ${hashes.join(" and ")}`);
process.exit(good ? 0 : 1);
