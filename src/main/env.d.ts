/** What the bundler puts in the place of `import.meta.env`; both are known when it builds. */
interface ImportMetaEnv {
  readonly DEV: boolean;
  readonly PROD: boolean;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
}
