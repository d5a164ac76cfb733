// Pictures, tables and pages as files of the user's: SVG as it is, PNG drawn from it, CSV, HTML.
import { element } from "../page/element.js";

export function download(name: string, content: Blob | string, type = "text/plain"): void {
  const blob = typeof content === "string" ? new Blob([content], { type: `${type};charset=utf-8` }) : content;
  const address = URL.createObjectURL(blob);
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A picture drawn at so many times its size, on white, as PNG. */
export async function asPng(svg: string, scale = 2): Promise<Blob> {
  const size = /viewBox="([\d.\s-]+)"/.exec(svg)?.[1]?.trim().split(/\s+/).map(Number) ?? [0, 0, 800, 600];
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standingAlone(svg))}`;
  await image.decode();
  const canvas = element("canvas", { width: Math.ceil((size[2] ?? 800) * scale), height: Math.ceil((size[3] ?? 600) * scale) });
  const context = canvas.getContext("2d");
  if (!context) throw new Error("this browser draws no pictures");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture is too large"))), "image/png");
  });
}

/** An <svg> out of a page as a file: with its namespace, which HTML leaves out. */
export function standingAlone(svg: string): string {
  return /<svg[^>]*\sxmlns=/.test(svg) ? svg : svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"');
}
