/* Filters the list from A to Z by the words that were looked for. Without this script the list is whole. */
(function () {
  "use strict";
  var latin = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sht", "ъ": "a", "ь": "y", "ю": "yu", "я": "ya", "ы": "y", "э": "e",
    "ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe"
  };
  /* Lower case, no diacritics, Latin letters; й is one letter, so Cyrillic is read before marks are taken off. */
  function fold(text) {
    return text.toLowerCase().replace(/[а-яłđøßæœ]/g, function (letter) { return latin[letter] || letter; })
      .normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }
  var list = document.getElementById("entries");
  var input = document.getElementById("q");
  var found = document.getElementById("found");
  if (!list || !input || !found) { return; }
  var entries = Array.prototype.map.call(list.children, function (entry) {
    return { entry: entry, text: fold(entry.textContent) };
  });
  function filter() {
    var words = fold(input.value).split(/\s+/).filter(Boolean);
    var count = 0;
    entries.forEach(function (one) {
      var fits = words.every(function (word) { return one.text.indexOf(word) >= 0; });
      one.entry.hidden = !fits;
      count += fits ? 1 : 0;
    });
    found.textContent = !words.length ? "" : count
      ? found.dataset.counted.replace("{n}", String(count)) : found.dataset.none;
  }
  var wait;
  input.value = new URLSearchParams(window.location.search).get("q") || "";
  input.addEventListener("input", function () { clearTimeout(wait); wait = setTimeout(filter, 150); });
  filter();
})();
