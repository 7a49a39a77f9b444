// Keeps src/api/schema.gen.ts equal to what api/openapi.yaml says. With --write, makes it so;
// without, fails if it is not.

import { readFile, writeFile } from 'node:fs/promises'
import openapi, { astToString } from 'openapi-typescript'

const source = new URL('../../api/openapi.yaml', import.meta.url)
const target = new URL('../src/api/schema.gen.ts', import.meta.url)

const head = '// Made from api/openapi.yaml by `npm run generate`; changes belong there.\n\n'
const made = head + astToString(await openapi(source, { arrayLength: true }))

if (process.argv.includes('--write')) {
  await writeFile(target, made)
} else if ((await readFile(target, 'utf8')) !== made) {
  console.error('web/src/api/schema.gen.ts differs from api/openapi.yaml: run `npm run generate`.')
  process.exit(1)
}
