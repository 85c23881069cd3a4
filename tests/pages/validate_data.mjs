// Says for each pair of files, a schema and what must fit it, what does not fit. Pairs come as JSON on the command line.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const compiled = new Map();
const faults = [];
for (const [schema, file] of JSON.parse(process.argv[2])) {
  if (!compiled.has(schema)) compiled.set(schema, new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true }).compile(read(schema)));
  const fits = compiled.get(schema);
  if (!fits(read(file))) faults.push([file, fits.errors.slice(0, 5).map(({ instancePath, message }) => `${instancePath} ${message}`)]);
}
console.log(JSON.stringify(faults));
