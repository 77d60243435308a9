import { type ConformanceCase, moreCases, workedCases } from "@/tests/conformance/cases";
import { NAIVE_ALGORITHMS, type NaiveAlgorithm } from "@/tests/conformance/naive-algorithms";

export const TABLE_START =
  "<!-- naive algorithms: written by a test, see tests/unit/deadlines/naive-algorithms.test.ts -->";
export const TABLE_END = "<!-- end of naive algorithms -->";

type Expected = { readonly dueOn: string; readonly dueBefore: string };

/** The cases each algorithm gets wrong, in the order of the files. */
export function failuresOf({ compute }: NaiveAlgorithm): {
  readonly wrongDay: readonly string[];
  readonly wrongBound: readonly string[];
} {
  const answers = dueCases().map(({ one, expected }) => ({ id: one.id, expected, actual: compute(one.input) }));
  return {
    wrongDay: answers.filter(({ expected, actual }) => actual.dueOn !== expected.dueOn).map(({ id }) => id),
    wrongBound: answers.filter(({ expected, actual }) => actual.dueBefore !== expected.dueBefore).map(({ id }) => id),
  };
}

export function naiveTable(): string {
  const total = dueCases().length;
  const rows = NAIVE_ALGORITHMS.map((algorithm) => {
    const { wrongDay, wrongBound } = failuresOf(algorithm);
    return `| ${algorithm.name} | ${wrongDay.length} | ${wrongBound.length} | ${wrongDay.join(" ")} |`;
  });
  return [
    `Of ${total} cases with a due day:`,
    "",
    "| Algorithm | wrong day | wrong bound | cases with a wrong day |",
    "|---|---:|---:|---|",
    ...rows,
  ].join("\n");
}

function dueCases() {
  return [...workedCases, ...moreCases].flatMap((one) => {
    const expected = dueOf(one);
    return expected ? [{ one: { id: one.id, input: { ...one, startsAt: String(one.startsAt) } }, expected }] : [];
  });
}

function dueOf({ expected }: ConformanceCase): Expected | undefined {
  return "error" in expected ? undefined : expected;
}
