/* Finds pages by their words, in any form of them. Without this script the list from A to Z is whole.
   The first query loads find/index.js, then words/N.js by first letters and pages/N.js for what is shown. */
(() => {
  "use strict";
  const [input, hint, said, list, more, whole] =
    ["q", "hint", "found", "results", "more", "whole"].map(id => document.getElementById(id));
  if (!list) { return; }
  const STEP = 10, PLACES = [10, 4, 1.5, 7, 3], TEXT = 2; // title, lead, text; a synonym in title, in lead
  const asked = {}, arrived = {};
  let index, word, turn = 0, shown = STEP, sent = false, timer;

  // Scripts that call charterkit_search: a page from a folder on disk may load nothing else.
  window.charterkit_search = (name, data) => { arrived[name] = data; };
  const load = name => asked[name] ||= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = list.dataset.root + name + ".js" + (index ? "?" + index.version : "");
    script.onload = () => resolve(arrived[name]);
    script.onerror = () => { delete asked[name]; reject(new Error(name)); };
    document.head.append(script);
  });
  async function start() {
    index ||= await load("index");
    word ||= new RegExp(`[${index.signs}]|(?:(?![${index.signs}])[\\p{L}\\p{N}])+`, "gu");
  }

  // Lower case, Latin letters, no diacritics, as the index has its words.
  function fold(text) {
    const latin = Array.from(text.normalize("NFC").toLowerCase(), letter => index.letters[letter] || letter);
    const plain = latin.join("").normalize("NFD").replace(/\p{M}/gu, "");
    return index.same.reduce((spelled, [one, other]) => spelled.replaceAll(one, other), plain);
  }
  // How many letters are wrong, too many, missing or swapped.
  function slips(one, other) {
    let before, row = Array.from({ length: other.length + 1 }, (_, n) => n);
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      for (let j = 1; j <= other.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (i > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) { next[j] = Math.min(next[j], before[j - 2] + 1); }
      }
      [before, row] = [row, next];
    }
    return row[other.length];
  }
  // The same word with another ending, of four letters at most.
  function ending(asked, form) {
    let common = 0;
    while (common < asked.length && asked[common] === form[common]) { common++; }
    const left = Math.max(asked.length, form.length) - common;
    return common > 3 && left < 5 && left < common ? 0.7 - 0.05 * left : 0;
  }
  // From 1, the same, to 0, something else; between them: begun, another ending, mistyped. Two slips never beat an ending.
  function likeness(asked, form) {
    if (asked === form) { return 1; }
    if (asked.length > 2 && form.startsWith(asked)) { return 0.5 + 0.4 * asked.length / form.length; }
    const most = asked.length > 7 ? 2 : asked.length > 3 ? 1 : 0, apart = Math.abs(asked.length - form.length);
    if (!most || apart > 4) { return 0; }
    const wrong = apart > most ? 9 : slips(asked, form);
    return Math.max(ending(asked, form), wrong > most ? 0 : 0.8 - 0.2 * wrong);
  }

  const size = ({ places }) => places.reduce((sum, place) => sum + (place.length ?? place), 0);
  const fileOf = asked => Math.max(0, index.words.findLastIndex(first => first <= asked.slice(0, 2)));
  async function alike(asked, file) {
    const found = (await load("words/" + file)).map(([stem, ends, ...places]) => {
      const forms = ends.split(" ").map(end => stem + end);
      return { forms, places, like: Math.max(...forms.map(form => likeness(asked, form))) };
    });
    const best = Math.max(...found.map(one => one.like));
    // Of a word without other forms the dictionary knows nothing: its endings may stand as words of their own.
    const strange = best === 1 && found.every(one => one.like < 1 || one.forms.length === 1);
    const has = (one, like) => one.forms.some(form => like(asked, form));
    const near = one => one.like > 0.75 * best || (strange && has(one, ending));
    // Where few pages have the word, those count too of which a word begins so: of "sport" those about a sports hall.
    const few = asked.length > 3 && found.filter(near).reduce((sum, one) => sum + size(one), 0) < STEP;
    return found.filter(one => near(one) || (few && has(one, (start, form) => form.startsWith(start))));
  }
  async function matches(asked) {
    const own = fileOf(asked), found = await alike(asked, own);
    if (found.length || asked.length < 4) { return found; }
    // The first letters may be the wrong ones: swapped, one too many, or the second one.
    const guesses = [asked[1] + asked[0], asked.slice(1), asked[0] + asked[2], asked[0], asked[0] + "z"].map(fileOf);
    const others = [...new Set(guesses)].filter(file => file !== own);
    return (await Promise.all(others.map(file => alike(asked, file)))).flat();
  }
  // What each page gets for one word, and which name it in title or lead. A word of every fourth page need not be on a page.
  function weigh(found) {
    const points = new Map(), named = new Set();
    let common = false;
    for (const one of found) {
      const { like, places } = one, total = size(one);
      common ||= like === 1 && total * 4 > index.pages;
      places.forEach((place, number) => {
        let page = 0;
        for (const step of place.length ? place : []) {
          page += step;
          if (number !== TEXT) { named.add(page); }
          points.set(page, Math.max(points.get(page) || 0, PLACES[number] * like * Math.log(1 + index.pages / total)));
        }
      });
    }
    return { points, named, common };
  }
  async function rank(query) {
    const every = [...new Set((query.match(word) || []).map(fold))];
    const telling = every.filter(one => !index.empty.includes(one));
    const found = await Promise.all((telling.length ? telling : every).map(matches)), scores = new Map();
    for (const { points, named, common } of found.map(weigh)) {
      for (const [page, more] of points) {
        const score = scores.get(page) || { page, words: 0, points: 0 };
        // Two words in passing are no more than one that the page is about.
        const words = common ? 0 : named.has(page) ? 2 : 1;
        scores.set(page, { page, words: score.words + words, points: score.points + more });
      }
    }
    const weights = index.sorts.flatMap(([, count, weight]) => Array(count).fill(weight));
    const worth = one => one.points * weights[one.page];
    const pages = [...scores.values()].sort((a, b) => b.words - a.words || worth(b) - worth(a) || a.page - b.page);
    return { pages, forms: new Set(found.flat().flatMap(one => one.forms)) };
  }

  // Texts of authors become text and never HTML.
  function make(tag, className, ...content) {
    const element = document.createElement(tag);
    if (className) { element.className = className; }
    element.append(...content);
    return element;
  }
  function marked(text, forms) {
    const parts = [];
    let end = 0;
    for (const match of text.matchAll(word)) {
      if (forms.has(fold(match[0]))) {
        parts.push(text.slice(end, match.index), make("mark", "", match[0]));
        end = match.index + match[0].length;
      }
    }
    return [...parts, text.slice(end)];
  }
  // The part of a text in which the first word stands that was found.
  function excerpt(text, forms) {
    const first = [...text.matchAll(word)].find(match => forms.has(fold(match[0])))?.index || 0;
    const from = first > 160 ? text.lastIndexOf(" ", first - 60) + 1 : 0;
    const to = text.length > from + 240 ? text.lastIndexOf(" ", from + 240) : text.length;
    return (from ? "… " : "") + text.slice(from, to) + (to < text.length ? " …" : "");
  }
  async function entry({ page }, forms) {
    const [address, title, text = "", charter, lang] = (await load("pages/" + Math.floor(page / index.size)))[page % index.size];
    let sort = 0;
    for (let left = page; left >= index.sorts[sort][1]; sort++) { left -= index.sorts[sort][1]; }
    const link = make("a", "", ...marked(title, forms));
    link.href = `${list.dataset.root}../${address}${index.leaf}`;
    if (lang) { link.lang = lang; }
    const kind = make("span", "soft", index.sorts[sort][0] + (charter ? " · " + charter : ""));
    return make("li", "entry", kind, make("h2", "entry-title", link), make("p", "", ...marked(excerpt(text, forms), forms)));
  }
  function show(items, message, rest) {
    list.replaceChildren(...items);
    said.textContent = message;
    whole.hidden = items.length > 0;
    list.hidden = !items.length;
    more.hidden = !rest;
  }
  async function search() {
    const mine = ++turn, query = input.value.trim();
    list.setAttribute("aria-busy", "true");
    let answer = [[], ""];
    try {
      if (query) {
        await start();
        const { pages, forms } = await rank(query), count = pages.length;
        const items = await Promise.all(pages.slice(0, shown).map(page => entry(page, forms)));
        const sentence = said.dataset[count ? new Intl.PluralRules(index.lang).select(count) : "none"] || said.dataset.other;
        const told = sentence.replace("{n}", count).replace("{query}", () => query);
        // Two letters are no question yet, unless somebody sends them off.
        answer = [items, count || query.length > 2 || sent ? told : "", count > shown];
      }
    } catch { answer = [[], said.dataset.failed]; }
    if (mine !== turn) { return; }
    show(...answer);
    list.removeAttribute("aria-busy");
  }
  // The address keeps the question, for whoever comes back from a page that was found, or passes it on.
  function fresh() {
    clearTimeout(timer);
    shown = STEP;
    const query = input.value.trim();
    if (location.protocol !== "file:") { history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname); }
    search();
  }

  input.addEventListener("input", () => {
    sent = false;
    start().catch(() => {}); // while the reader writes on
    clearTimeout(timer);
    timer = setTimeout(fresh, 350); // most people's next letter comes sooner
  });
  input.form.addEventListener("submit", event => { event.preventDefault(); sent = true; fresh(); });
  more.addEventListener("click", async () => {
    const first = shown;
    shown += STEP;
    await search();
    list.children[first]?.querySelector("a").focus();
  });
  // Arrows lead into the list and back; Escape leads back, and clears.
  document.addEventListener("keydown", event => {
    const stops = [input, ...list.querySelectorAll("a")], at = stops.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Escape: 0 }[event.key];
    if (at < 0 || !stops[to]) { return; }
    event.preventDefault();
    if (event.key === "Escape" && !at) { input.value = ""; fresh(); }
    stops[to].focus();
  });
  hint.hidden = false;
  input.value = new URLSearchParams(location.search).get("q") || "";
  if (input.value) { sent = true; search(); }
})();
