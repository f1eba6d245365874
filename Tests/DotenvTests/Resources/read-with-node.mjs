// Answers each record of standard input with what util.parseEnv makes of it. A record is a length, a line end, and as many
// bytes; an answer is a count, and for each variable its name and its value as such records.
import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";

const input = readFileSync(0);
const answers = [];
const record = (text) => {
  const bytes = Buffer.from(text, "utf8");
  answers.push(Buffer.from(`${bytes.length}\n`), bytes);
};

let position = 0;
while (position < input.length) {
  const lineEnd = input.indexOf(10, position);
  const length = Number(input.subarray(position, lineEnd).toString("latin1"));
  const variables = Object.entries(parseEnv(input.subarray(lineEnd + 1, lineEnd + 1 + length).toString("utf8")));
  answers.push(Buffer.from(`${variables.length}\n`));
  for (const [name, value] of variables) {
    record(name);
    record(value);
  }
  position = lineEnd + 1 + length;
}
process.stdout.write(Buffer.concat(answers));
