const swc = [
  "@swc/jest",
  {
    jsc: {
      parser: { syntax: "typescript", tsx: true, decorators: true },
      transform: { decoratorMetadata: true, react: { runtime: "automatic" } },
      target: "es2022",
    },
  },
]

const shared = {
  testEnvironment: "node",
  transform: { "^.+\\.[jt]sx?$": swc },
  modulePathIgnorePatterns: ["<rootDir>/.medusa/", "<rootDir>/.demo/"],
}

/** One project a kind of test; `scripts/test.mjs` runs them in order with what each needs. */
module.exports = {
  testSequencer: "<rootDir>/integration-tests/setup/longest-first.js",
  projects: [
    {
      ...shared,
      displayName: "unit",
      testMatch: ["<rootDir>/{src,docs}/**/__tests__/**/*.unit.spec.{ts,tsx}"],
      setupFilesAfterEnv: ["<rootDir>/integration-tests/setup/unit.js"],
    },
    ...["http", "browser", "commands", "installs", "resilience"].map((kind) => ({
      ...shared,
      displayName: kind,
      testMatch: [`<rootDir>/integration-tests/${kind}/**/*.spec.{ts,tsx}`],
      setupFilesAfterEnv: ["<rootDir>/integration-tests/setup/booted-store.js"],
      ...(kind === "installs" && {
        globalSetup: "<rootDir>/integration-tests/installs/pack.ts",
        globalTeardown: "<rootDir>/integration-tests/installs/unpack.ts",
      }),
    })),
  ],
}
