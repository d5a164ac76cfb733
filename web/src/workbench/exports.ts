// Under each picture and table of the answer, buttons that save it: SVG, PNG, CSV.
import { button, element } from "../page/element.js";
import { asPng, download, standingAlone } from "./save.js";

export function addExports(within: HTMLElement): void {
  for (const svg of within.querySelectorAll<SVGSVGElement>("figure svg")) {
    const name = called(svg.closest("figure")?.dataset.picture ?? "picture");
    const text = (): string => standingAlone(svg.outerHTML);
    const row = element(
      "div",
      { class: "exports" },
      button("Save as SVG", () => download(`${name}.svg`, text(), "image/svg+xml")),
      button("Save as PNG", () => void asPng(text()).then((png) => download(`${name}.png`, png))),
    );
    svg.closest("figure")?.after(row);
  }
  for (const table of within.querySelectorAll<HTMLTableElement>("table")) {
    const name = table.caption?.textContent ?? table.closest<HTMLElement>("[aria-label]")?.getAttribute("aria-label") ?? "table";
    const save = button("Save as CSV", () => download(`${called(name)}.csv`, csv(table), "text/csv"), { "aria-label": `Save as CSV: ${name}` });
    (table.closest(".scroll") ?? table).after(element("div", { class: "exports" }, save));
  }
}

/** A file's name says which case it is of. */
function called(what: string): string {
  const of = new URLSearchParams(location.hash.slice(1)).get("case")?.replace(/\.toml$/, "");
  return of ? `${of}, ${what}` : what;
}

/** Cells with commas between, quoted where they have to be; what a spreadsheet would take for a formula is quoted as text. */
export function csv(table: HTMLTableElement): string {
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => field(cell.textContent?.trim() ?? "")).join(","));
  return `${rows.join("\r\n")}\r\n`;
}

export function field(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain;
}
