// Tables that can be sorted: each column's heading becomes a button; a third press is the order as written.

type Order = "ascending" | "descending" | "none";

export function reviveTables(section: HTMLElement): void {
  for (const table of section.querySelectorAll<HTMLTableElement>("table.sortable")) revive(table);
}

function revive(table: HTMLTableElement): void {
  const body = table.tBodies[0];
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  if (!body || body.rows.length < 3 || table.querySelector("[rowspan]")) return;
  const written = [...body.rows];
  heads.forEach((head, column) => {
    const words = head.textContent?.trim() ?? "";
    if (words === "" || head.colSpan > 1 || head.querySelector("a, button, abbr")) return;
    const press = document.createElement("button");
    press.type = "button";
    press.className = "sort";
    press.dataset.sort = `${column}`;
    press.append(...head.childNodes);
    head.append(press);
    press.addEventListener("click", () => {
      const order = next(head.getAttribute("aria-sort"));
      for (const other of heads) other.removeAttribute("aria-sort");
      if (order !== "none") head.setAttribute("aria-sort", order);
      body.append(...sorted(written, column, order));
    });
  });
}

function next(order: string | null): Order {
  return order === "ascending" ? "descending" : order === "descending" ? "none" : "ascending";
}

function sorted(rows: HTMLTableRowElement[], column: number, order: Order): HTMLTableRowElement[] {
  if (order === "none") return rows;
  const sign = order === "ascending" ? 1 : -1;
  return [...rows].sort((a, b) => sign * compare(key(a, column), key(b, column)));
}

function key(row: HTMLTableRowElement, column: number): string {
  const cell = row.cells[column];
  return cell?.dataset.key ?? cell?.textContent?.trim() ?? "";
}

export function compare(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  const numbers = a !== "" && b !== "" && !Number.isNaN(x) && !Number.isNaN(y);
  return numbers ? x - y : a.localeCompare(b, "en", { numeric: true });
}
