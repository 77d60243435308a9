import { describe, expect, test } from "vitest";
import { EnvironmentError, parseEnvironment } from "@/lib/env";

describe("parseEnvironment", () => {
  test("nothing set is a complete environment on loopback", () => {
    expect(parseEnvironment({})).toMatchObject({
      PORT: 3000,
      HOST: "127.0.0.1",
      TRUSTED_PROXIES: 0,
      BASE_URL: "http://localhost:3000",
      DATA_DIR: ".data",
      DEMO: true,
    });
  });

  test("the base address follows the port, and loses its closing slash", () => {
    expect(parseEnvironment({ PORT: "4100" }).BASE_URL).toBe("http://localhost:4100");
    expect(parseEnvironment({ BASE_URL: "https://vendeurs.example.fr/" }).BASE_URL).toBe("https://vendeurs.example.fr");
  });

  test("an empty value counts as absent", () => {
    expect(parseEnvironment({ DATABASE_URL: "", PORT: "" })).toMatchObject({ PORT: 3000 });
  });

  test("DEMO=0 means no demo", () => {
    expect(parseEnvironment({ DEMO: "0" }).DEMO).toBe(false);
  });

  test.each([
    { name: "PORT", value: "abc" },
    { name: "PORT", value: "70000" },
    { name: "TRUSTED_PROXIES", value: "yes" },
    { name: "BASE_URL", value: "vendeurs.example.fr" },
    { name: "BASE_URL", value: "https://example.fr/vendeurs" },
    { name: "MAIL_FROM", value: "nobody" },
    { name: "DATABASE_URL", value: "mysql://host/db" },
    { name: "DEMO", value: "maybe" },
    { name: "SMTP_URL", value: "http://host" },
    { name: "AUTH_SECRET", value: "short" },
    { name: "CLAMD_URL", value: "host:3310/x y" },
    { name: "API_RATE_PER_MINUTE", value: "0" },
  ])("$name=$value is refused by a sentence that names it", ({ name, value }) => {
    expect(() => parseEnvironment({ [name]: value })).toThrow(EnvironmentError);
    expect(() => parseEnvironment({ [name]: value })).toThrow(new RegExp(`^${name} .+\\.$`));
  });

  test("every wrong value is named at once", () => {
    expect(() => parseEnvironment({ PORT: "x", DEMO: "z" })).toThrow(/^PORT is .+\.\nDEMO is neither 1 nor 0\./);
  });
});
