import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
});

/** On every answer, files included. The content security policy of pages carries a nonce: it is written in proxy.ts. */
const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  // Not "no-referrer": the browser would then send "Origin: null", and every form would be refused.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(self), microphone=(), geolocation=(), payment=(), usb=()" },
];

const config: NextConfig = {
  output: "standalone",
  // A lockfile in a folder above the clone must not move the root of what is built.
  outputFileTracingRoot: import.meta.dirname,
  // The PDF's fonts are read from their package at run time, where no import shows them.
  outputFileTracingIncludes: {
    "/**": [
      "./node_modules/@expo-google-fonts/source-sans-3/400Regular/*.ttf",
      "./node_modules/@expo-google-fonts/source-sans-3/600SemiBold/*.ttf",
    ],
  },
  turbopack: { root: import.meta.dirname },
  // `npm run check` checks every type, tests included: building on a user's machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // Titles are written before a page is sent: streamed after it, they reach only browsers that run scripts.
  htmlLimitedBots: /.*/,
  headers: async () => [
    { source: "/:path*", headers: SECURITY_HEADERS },
    // A customer's link opens what is theirs alone: it is neither kept by a proxy nor found by a search engine.
    ...["/suivi/:path*", "/lien-perdu", "/retractation/:step/:path*", "/reclamation/:step/:path*"].map((source) => ({
      source,
      headers: [
        { key: "Cache-Control", value: "private, no-store" },
        { key: "X-Robots-Tag", value: "noindex, nofollow" },
      ],
    })),
    {
      // What the API serves is data or a file: it never runs a script, even opened as a page. Documents are served in a
      // sandbox: their own policy, stricter, would be overwritten by this one.
      source: "/api/:path((?!documents/|suivi/).*)",
      headers: [
        { key: "Content-Security-Policy", value: "script-src 'none'; base-uri 'none'; frame-ancestors 'none'" },
        { key: "X-Robots-Tag", value: "noindex" },
      ],
    },
  ],
};

export default withNextIntl(config);
