import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { defineConfig } from 'eslint/config';

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', 'index/', 'coverage/', 'site/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    plugins: { 'import-x': importX, regexp },
    languageOptions: {
      parserOptions: {
        // One program of all files: what they share is read and checked once.
        project: 'tsconfig.lint.json',
        tsconfigRootDir: import.meta.dirname,
      },
    },
    settings: {
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/resolver-next': [createNodeResolver({ extensionAlias: { '.js': ['.ts', '.js'] } })],
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-default-export': 'error',
      // Texts, questions and replies are others' words: no expression takes the square of their length.
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': 'error',
      // Crashes on parameter properties in this version.
      '@typescript-eslint/unified-signatures': 'off',
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      // A body on a line of its own stands in braces.
      curly: ['error', 'multi-line'],
      // Prettier breaks code at 100 columns; strings and comments are broken by hand.
      'max-len': ['error', { code: 120, ignoreUrls: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // What a copy leaves out is named beside the rest.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    // Browser files are plain JavaScript whose types stand in comments; tsc holds them to it.
    files: ['src/server/public/**/*.js'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  {
    files: ['test/**', 'bench/**', '*.config.*'],
    rules: { 'max-lines-per-function': 'off', 'import-x/no-default-export': 'off' },
  },
  {
    // What is not served reads nobody's words but ours.
    files: ['test/**', 'bench/**', 'evaluation/**', 'training/**', 'scripts/**'],
    rules: { 'regexp/no-super-linear-backtracking': 'off', 'regexp/no-super-linear-move': 'off' },
  },
  {
    // Texts and pages that tests are made of are data.
    files: ['test/**'],
    rules: { 'max-len': ['error', { code: 120, ignoreUrls: true, ignoreTemplateLiterals: true }] },
  },
);
