/** Other scripts of the theme, brought when a page has something for them to do. */

const OWN = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";

/** Loads `theme/scripts/<name>.js`, which lies beside the script that runs first. */
export function bring(name: string): void {
  const script = document.createElement("script");
  script.src = new URL(`${name}.js`, OWN).href;
  document.head.append(script);
}
