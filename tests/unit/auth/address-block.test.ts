import { expect, test } from "vitest";
import { addressBlock } from "@/lib/auth/address-block";

test.each([
  { address: "192.0.2.17", block: "192.0.2.0/24" },
  { address: "::ffff:192.0.2.17", block: "192.0.2.0/24" },
  { address: "2001:db8:1:22ff::1", block: "2001:0db8:0001:2200::/56" },
  { address: "2001:DB8:1:2200:1:2:3:4", block: "2001:0db8:0001:2200::/56" },
  { address: "2001:0DB8:0012::1", block: "2001:0db8:0012:0000::/56" },
  { address: "::1", block: "0000:0000:0000:0000::/56" },
  { address: "fe80::1%eth0", block: "fe80:0000:0000:0000::/56" },
  { address: "unknown", block: "unknown" },
  { address: "1:2:3:4:5:6:7:8:9", block: "unknown" },
])("the block of $address is $block", ({ address, block }) => {
  expect(addressBlock(address)).toBe(block);
});
