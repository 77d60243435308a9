import { expect, test } from "vitest";
import { deviceOf } from "@/lib/auth/device";

test.each([
  {
    userAgent:
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0",
    device: { browser: "Edge", system: "Windows" },
  },
  {
    userAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1",
    device: { browser: "Safari", system: "iOS" },
  },
  {
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
    device: { browser: "Firefox", system: "Linux" },
  },
  { userAgent: "curl/8.5.0", device: undefined },
  { userAgent: "", device: undefined },
])("$userAgent", ({ userAgent, device }) => {
  expect(deviceOf(userAgent)).toEqual(device);
});
