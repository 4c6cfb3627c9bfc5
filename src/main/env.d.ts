/** What the bundler puts in the place of `import.meta.env`; both are known when it builds. */
interface ImportMetaEnv {
  readonly DEV: boolean;
  readonly PROD: boolean;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
}

/** A file as a `data:` address, put in by the bundler. */
declare module '*?inline' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: so the bundler hands it over
  export default address;
}
