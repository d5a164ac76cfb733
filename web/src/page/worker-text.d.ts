// The worker's script as a text, put in by build.mjs.
declare module "worker-text" {
  const text: string;
  export default text;
}
