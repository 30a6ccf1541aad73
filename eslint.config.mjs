import { readFileSync } from "node:fs"
import path from "node:path"
import js from "@eslint/js"
import medusa from "@medusajs/eslint-plugin"
import { createNodeResolver, importX } from "eslint-plugin-import-x"
import globals from "globals"
import tseslint from "typescript-eslint"

/** Which folder of `src` may import which others, see CONTRIBUTING.md; a test holds both together. */
const FLOORS = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "scripts/floors.json"), "utf8"),
)

/** Rooms that know neither Medusa nor one another: they can be read, tested and reused alone. */
const PURE_ROOMS = ["gateways", "settlement", "reconciliation", "voucher", "sandbox"]

const TESTS = ["**/__tests__/**", "**/*.spec.ts", "**/*.spec.tsx", "integration-tests/**"]
const SOURCES = ["src/**/*.{ts,tsx}"]

/** What `tsconfig.check.json` covers, and so what rules that need types can look at. */
const TYPED = ["{src,integration-tests,bench,demo,docs}/**/*.ts", "*.ts"]
const UNTYPED = ["src/admin/**"]

const MAX_FUNCTION_LINES = 70

/**
 * Medusa's preset, kept to the plugin's own code. Its first entry would hide every test from
 * every rule, and its folder patterns (`api`, `modules`) also fit folders that are not Medusa's.
 */
const medusaPreset = medusa.configs.recommended
  .filter((config) => Object.keys(config).some((key) => key !== "ignores" && key !== "name"))
  .map((config) => ({
    ...config,
    files: (config.files ?? ["**/*.{ts,tsx}"]).map((glob) =>
      glob.startsWith("src/") ? glob : `src/${glob}`,
    ),
    ignores: [...(config.ignores ?? []), ...TESTS, "src/{cli,sandbox}/**"],
  }))

/** Medusa's advice on errors and zod imports is for code that runs inside Medusa. */
const outsideMedusa = {
  files: [...PURE_ROOMS, "config", "storefront", "cli", "peru", "errors"].map(
    (room) => `src/${room}/**/*.{ts,tsx}`,
  ),
  rules: {
    "@medusajs/use-medusa-error-not-generic-error": "off",
    "@medusajs/zod-import-source": "off",
  },
}

/**
 * Two rules ask for more than this module needs. Each transactional method twice, public for the
 * manager and protected for the transaction: a public method with its own transaction is as safe.
 * And every method async: the service lives in the store's process, so a look-up may be plain.
 */
const moduleServices = {
  files: ["src/modules/**/*.ts"],
  rules: {
    "@medusajs/use-inject-manager-on-public-methods": "off",
    "@medusajs/service-methods-must-be-async": "off",
  },
}

/** A store has one list of workflows and steps for all its plugins: ours carry the plugin's name. */
const workflowIds = {
  files: ["src/workflows/**/*.ts"],
  rules: {
    "@medusajs/step-id-kebab-case": "off",
    "@medusajs/workflow-id-matches-export-or-filename": "off",
  },
}

const walls = [
  {
    files: PURE_ROOMS.map((room) => `src/${room}/**/*.ts`),
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "^(@medusajs/|@mikro-orm/|awilix|express$)",
              message: "A pure room knows no Medusa: hand in what it needs from outside.",
            },
          ],
        },
      ],
    },
  },
  {
    files: SOURCES,
    // A room's tests may bring in another room, such as the sandbox behind a real socket.
    ignores: TESTS,
    plugins: { "import-x": importX },
    settings: {
      "import-x/resolver-next": [
        createNodeResolver({ extensions: [".ts", ".tsx", ".js", ".json"] }),
      ],
    },
    rules: {
      "import-x/no-restricted-paths": [
        "error",
        {
          zones: [
            ...Object.entries(FLOORS).map(([floor, mayImport]) => ({
              target: `./src/${floor}`,
              from: "./src",
              except: [floor, ...mayImport].map((path) => `./${path}`),
              message: `src/${floor} may import ${mayImport.join(", ") || "nothing of the plugin"}.`,
            })),
            {
              target: "./src",
              from: ["./demo", "./bench", "./docs", "./integration-tests", "./scripts"],
              message: "This folder is not part of the published package.",
            },
          ],
        },
      ],
      // What is not declared is found by luck, or twice, where packages lie apart (pnpm).
      "import-x/no-extraneous-dependencies": [
        "error",
        {
          devDependencies: false,
          optionalDependencies: false,
          includeTypes: true,
          packageDir: import.meta.dirname,
        },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "ClassDeclaration[superClass.name='Error']",
          message: "Extend BrandedError, so that another copy of this package can tell it.",
        },
      ],
    },
  },
]

const typeAware = {
  files: TYPED,
  ignores: UNTYPED,
  languageOptions: {
    parserOptions: { project: ["./tsconfig.check.json"], tsconfigRootDir: import.meta.dirname },
  },
  rules: {
    "@typescript-eslint/no-floating-promises": "error",
    "@typescript-eslint/await-thenable": "error",
    "@typescript-eslint/switch-exhaustiveness-check": [
      "error",
      { considerDefaultExhaustiveForUnions: true },
    ],
  },
}

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/**",
      "**/.medusa/**",
      ".demo/**",
      ".docs-blocks/**",
      "coverage/**",
      "static/**",
      "uploads/**",
      // A storefront of its own, with what Next.js brings; its build checks its types.
      "integration-tests/installs/starter/**",
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  ...medusaPreset,
  outsideMedusa,
  moduleServices,
  workflowIds,
  ...walls,
  typeAware,
  {
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
    },
  },
  { files: SOURCES, rules: { "no-console": "error" } },
  {
    files: ["src/http-types/**/*.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "Program > :not([importKind='type']):not([exportKind='type'])",
          message: "Types only: what is here must leave nothing in the admin's bundle.",
        },
      ],
    },
  },
  {
    files: ["**/*.{ts,tsx,mjs,js}"],
    // Migrations are lists of statements, generated.
    ignores: [...TESTS, "src/modules/**/migrations/**"],
    rules: {
      "max-lines-per-function": [
        "error",
        { max: MAX_FUNCTION_LINES, skipBlankLines: true, skipComments: true },
      ],
    },
  },
  {
    files: ["**/*.{js,cjs,mjs}"],
    languageOptions: { globals: { ...globals.node, ...globals.jest } },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  { files: ["**/public/**/*.js"], languageOptions: { globals: globals.browser } },
)
