/* Checks that the texts of a page are the approved ones. check.js loads it on a click and calls `charterkit_check`;
   `charterkit_words`, in front of it, holds its words in the language of the page.
   It loads the approved text as a classic script, works out its SHA-256 and compares every text that names its place in
   it (data-seal="<record>#<path>"). */
(() => {
  "use strict";
  const words = charterkit_words;
  let loaded;

  // The script that is loaded calls this with the text of content.json: a page from a folder on disk may load nothing else.
  window.charterkit_content = text => { loaded = text; };
  async function content(box, load) {
    if (loaded === undefined) { await load(box.dataset.content); }
    if (loaded === undefined) { throw new Error("empty"); }
    return loaded;
  }
  async function digest(text) {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
    return Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("");
  }

  // What a record holds at a place; undefined where it holds nothing there.
  function found(records, seal) {
    const at = seal.indexOf("#"), record = records[seal.slice(0, at)];
    return seal.slice(at + 1).split("/").reduce((value, part) => value?.[part], record?.content);
  }
  // Letters, digits and signs without spaces, soft hyphens and the signs of Markdown.
  const bare = text => text.normalize("NFC").replace(/[\s\u00ad\u200b\u2060*_`#<>|\\[\]]+/gu, "");
  // The same of a long text as it was written: without the targets of links, the signs of lists and the lines of tables.
  const written = text => bare(text
    .replace(/\]\((?:[^()\\]|\\.|\([^()]*\))*\)/g, "]")
    .replace(/^[\s>]*(?:[-*+]|\d+[.)])[ \t]+/gm, "")
    .replace(/^[\s>|:-]+$/gm, ""));
  // The numbers in a sentence, in every way in which they can be read.
  function numbers(text) {
    const all = [];
    for (const [sign] of text.matchAll(/\d+(?:[.,\u0020\u00a0\u202f’']\d+)*/gu)) {
      const parts = sign.split(/[^\d]/), [first, ...rest] = parts;
      all.push(...parts);
      if (rest.every(part => part.length === 3)) { all.push(parts.join("")); }
      if (rest.slice(0, -1).every(part => part.length === 3)) { all.push([first, ...rest.slice(0, -1)].join("") + "." + rest.at(-1)); }
    }
    return all.map(Number);
  }
  function shown(element) {
    const copy = element.cloneNode(true);
    copy.querySelectorAll(".lang-note, .unlike-note").forEach(note => note.remove());
    return copy.textContent;
  }
  function same(element, sealed) {
    const text = shown(element);
    if (sealed === undefined) { return false; }
    if (Array.isArray(sealed)) { return sealed.every(one => numbers(text).includes(Number(one))); }
    if (typeof sealed === "string") {
      return /^-?\d+(?:\.\d+)?$/.test(sealed) ? numbers(text).includes(Math.abs(Number(sealed))) : bare(text) === bare(sealed);
    }
    // A demand in words stands in a sentence that says from which day on it holds.
    const part = element.dataset.seal.endsWith("/words");
    return Object.values(sealed).some(one =>
      [bare(one), written(one)].some(words => part ? words && bare(text).includes(words) : words === bare(text)));
  }

  function tell(box, ...parts) {
    box.querySelector("[data-said]").replaceChildren(...parts.map(([text, tag]) => {
      const line = document.createElement("p"), inner = tag ? document.createElement(tag) : line;
      inner.textContent = text;
      if (tag) { inner.className = "digest"; line.append(inner); }
      return line;
    }));
  }
  function mark(element) {
    const note = document.createElement("span");
    note.className = "unlike-note";
    note.textContent = words.here;
    element.classList.add("unlike");
    element.append(" ", note);
  }
  // Tells in the box what came of the check; fails where the approved text cannot be loaded.
  window.charterkit_check = async (box, load) => {
    document.querySelectorAll(".unlike-note").forEach(note => note.remove());
    document.querySelectorAll(".unlike").forEach(element => element.classList.remove("unlike"));
    tell(box, [words.working]);
    const text = await content(box, load), worked_out = await digest(text);
    if (worked_out !== box.dataset.digest) { tell(box, [words.other], [worked_out, "code"]); return; }
    const records = JSON.parse(text).records, places = [...document.querySelectorAll("[data-seal]")];
    const unlike = places.filter(element => !same(element, found(records, element.dataset.seal)));
    unlike.forEach(mark);
    const sentence = places.length ? words[unlike.length ? "unlike" : "equal"] : words.translated;
    tell(box, ["recorded" in box.dataset ? words.recorded : words.same], [worked_out, "code"],
      [sentence.replace("{n}", places.length).replace("{m}", unlike.length)]);
  };
})();
